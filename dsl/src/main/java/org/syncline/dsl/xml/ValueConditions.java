package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.expression.Node;
import org.syncline.dsl.xml.binding.Absent;
import org.syncline.dsl.xml.binding.After;
import org.syncline.dsl.xml.binding.AttributeCondition;
import org.syncline.dsl.xml.binding.Before;
import org.syncline.dsl.xml.binding.Between;
import org.syncline.dsl.xml.binding.BitSet;
import org.syncline.dsl.xml.binding.Changed;
import org.syncline.dsl.xml.binding.Contains;
import org.syncline.dsl.xml.binding.DateCondition;
import org.syncline.dsl.xml.binding.EndsWith;
import org.syncline.dsl.xml.binding.Equals;
import org.syncline.dsl.xml.binding.Greater;
import org.syncline.dsl.xml.binding.In;
import org.syncline.dsl.xml.binding.Less;
import org.syncline.dsl.xml.binding.Matches;
import org.syncline.dsl.xml.binding.Present;
import org.syncline.dsl.xml.binding.StartsWith;

/** The trees of the condition elements that look at an attribute. */
final class ValueConditions {
    private final SourceFile file;

    ValueConditions(SourceFile file) {
        this.file = file;
    }

    Node tree(AttributeCondition condition) {
        Node values = Nodes.attribute(condition.getAttribute());
        return switch (condition) {
            case Present present -> Nodes.call("IsPresent", values);
            case Absent absent -> Nodes.call("Not", Nodes.call("IsPresent", values));
            case Changed changed -> Nodes.call("HasChanged", Nodes.text(changed.getAttribute()));
            case Equals equals -> text("Equals", values, equals.getValue(), equals.isIgnoreCase());
            case In in -> in(in, values);
            case Contains contains -> Nodes.call(
                    ">", text("Contains", values, contains.getValue(), contains.isIgnoreCase()), Nodes.number(0));
            case StartsWith starts -> text("StartsWith", values, starts.getValue(), starts.isIgnoreCase());
            case EndsWith ends -> text("EndsWith", values, ends.getValue(), ends.isIgnoreCase());
            case Matches matches -> text("Matches", values, matches.getPattern(), matches.isIgnoreCase());
            case Greater greater -> Nodes.call(
                    greater.isOrEqual() ? "AtLeast" : "Greater", values, Nodes.text(greater.getValue()));
            case Less less -> Nodes.call(less.isOrEqual() ? "AtMost" : "Less", values, Nodes.text(less.getValue()));
            case Between between -> Nodes.call(
                    "Between", values, Nodes.text(between.getFrom()), Nodes.text(between.getTo()));
            case BitSet bits -> Nodes.call("IsBitSet", values, Nodes.number(Literal.bits(bits.getBit())));
            case Before before -> Nodes.call("Before", values, moment(before));
            case After after -> Nodes.call("After", values, moment(after));
            default -> throw new IllegalStateException("No condition of an attribute: " + condition.getClass());
        };
    }

    private static Node text(String function, Node values, String text, boolean ignoreCase) {
        return Nodes.call(
                function, values, Nodes.text(text), Nodes.word(ignoreCase ? "CaseInsensitive" : "CaseSensitive"));
    }

    private static Node in(In in, Node values) {
        return in.getValue().stream()
                .map(value -> text("Equals", values, value.getValue(), in.isIgnoreCase()))
                .reduce((left, right) -> Nodes.call("Or", left, right))
                .orElse(Nodes.TRUE);
    }

    private Node moment(DateCondition condition) {
        List<Node> moments = new ArrayList<>();
        if (condition.getDate() != null) {
            moments.add(Nodes.text(condition.getDate()));
        }
        if (condition.getFromNow() != null) {
            moments.add(Nodes.call("FromNow", Nodes.text(condition.getFromNow())));
        }
        if (condition.getFromToday() != null) {
            moments.add(Nodes.call("FromToday", Nodes.text(condition.getFromToday())));
        }
        if (moments.size() != 1) {
            file.problem(condition,
                    file.tagName(condition) + (moments.isEmpty() ? " has no date" : " has several dates"),
                    "give one of date, from-now and from-today");
        }
        return moments.isEmpty() ? Nodes.TRUE : moments.getFirst();
    }
}
