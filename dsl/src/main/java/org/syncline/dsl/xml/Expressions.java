package org.syncline.dsl.xml;

import java.util.Optional;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.ExpressionCompiler;
import org.syncline.dsl.expression.ExpressionException;
import org.syncline.dsl.expression.Node;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.lint.LintCode;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.xml.binding.When;
import org.syncline.schema.identity.AttributeType;

/** Compiles the expressions of one file; their mistakes are reported where they stand in it. Null is what didn't compile. */
final class Expressions {
    private final SourceFile file;
    private final NameLookup lookup;
    private final Parameters parameters;

    Expressions(SourceFile file, NameLookup lookup, Parameters parameters) {
        this.file = file;
        this.lookup = lookup;
        this.parameters = parameters;
    }

    /** The expression that is the text of an element. */
    Expression text(Locatable element, Scope scope) {
        WrittenText written = WrittenText.after(file.tag(element).end(), file.text().text());
        String text = written.text().strip();
        int leading = written.text().length() - written.text().stripLeading().length();
        try {
            return linted(
                    ExpressionCompiler.compile(text, parameters.in(scope, text)), scope,
                    file.location(written.offset(leading)));
        } catch (ExpressionException e) {
            Lines lines = new Lines(text);
            Mistakes.reportText(
                    e, file, place -> file.location(written.offset(leading + index(text, lines, place))));
            return null;
        }
    }

    private Expression linted(Expression compiled, Scope scope, RuleLocation place) {
        if (compiled.clock() == Expression.Clock.COMPUTED_WITH && !scope.kept()) {
            file.warning(
                    place, LintCode.CLOCK_READ_DAILY,
                    "Nobody can say when the clock changes this; it is decided anew at 00:00 only",
                    "compare a date with Now() or Today(), as in [until] < Today(), where the moment matters");
        }
        return compiled;
    }

    /** The compiler counts characters where Java counts two for those beyond the first 65,536. */
    private static int index(String text, Lines lines, Node.Position place) {
        int line = lines.offset(place.line(), 1);
        int characters = Math.min(place.column() - 1, text.codePointCount(line, text.length()));
        return text.offsetByCodePoints(line, characters);
    }

    /** {@code [name]}, named by an attribute of an element. */
    Expression attribute(Locatable element, String attribute, String name, Scope scope) {
        return tree(file.location(element, attribute), Nodes.attribute(name), "[" + name + "]", scope);
    }

    /** A constant, given by an attribute of an element, as a value of a type; null for text. */
    Expression constant(Locatable element, String attribute, String value, AttributeType type, Scope scope) {
        Optional<Node> literal = Literal.of(value, type);
        if (literal.isEmpty()) {
            file.problem(element, attribute, "\"" + value + "\" is not " + Literal.what(type), null);
            return null;
        }
        return tree(file.location(element, attribute), literal.get(), value, scope);
    }

    private Expression tree(RuleLocation place, Node node, String source, Scope scope) {
        try {
            return linted(ExpressionCompiler.compile(node, source, parameters.in(scope, source)), scope, place);
        } catch (ExpressionException e) {
            Mistakes.reportTree(e, file, place);
            return null;
        }
    }

    /** A condition; null for none. */
    Expression condition(When when, Scope scope) {
        Expression condition = when == null ? null : written(when, scope);
        if (condition != null && condition.type() != null && condition.type() != AttributeType.BOOLEAN) {
            file.problem(when, "A condition is True or False, but this is " + Literal.what(condition.type()),
                    "compare it with something, or ask with IsPresent whether it is there");
        }
        return condition;
    }

    private Expression written(When when, Scope scope) {
        MixedContent content = MixedContent.of(when.getContent());
        if (content.hasText() == content.elements().isEmpty()) {
            return content.hasText() ? text(when, scope) : ofElements(when, content, scope);
        }
        if (content.hasText()) {
            file.problem(when, "<when> holds an expression and condition elements", "write one or the other");
        } else if (file.text().inside(file.tag(when)).isEmpty()) {
            file.problem(when, "<when> is empty", "write an expression or condition elements");
        }
        return null;
    }

    private Expression ofElements(When when, MixedContent content, Scope scope) {
        Node tree = new Conditions(file, lookup, scope).allOf(content.elements());
        return tree(file.location(when), tree, file.text().inside(file.tag(when)), scope);
    }
}
