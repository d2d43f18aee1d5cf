package org.syncline.dsl.xml;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.expression.ExpressionCompiler;
import org.syncline.dsl.expression.ExpressionException;
import org.syncline.dsl.expression.ExpressionException.Kind;
import org.syncline.dsl.expression.Node;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.xml.binding.AllOf;
import org.syncline.dsl.xml.binding.AnyOf;
import org.syncline.dsl.xml.binding.AttributeCondition;
import org.syncline.dsl.xml.binding.ConnectedTo;
import org.syncline.dsl.xml.binding.MemberOf;
import org.syncline.dsl.xml.binding.NoneOf;
import org.syncline.dsl.xml.binding.Under;

/**
 * Makes of condition elements the trees that expressions of the same meaning have.
 *
 * <p>Each element is compiled by itself first, so that a mistake is reported where it stands. One that needs a function which the
 * library doesn't have is reported as not supported.
 */
final class Conditions {
    private final SourceFile file;
    private final NameLookup lookup;
    private final Scope scope;
    private final ValueConditions values;

    Conditions(SourceFile file, NameLookup lookup, Scope scope) {
        this.file = file;
        this.lookup = lookup;
        this.scope = scope;
        this.values = new ValueConditions(file);
    }

    /** The tree that holds if all of the conditions hold. */
    Node allOf(List<Object> conditions) {
        return joined("And", conditions);
    }

    private Node joined(String operator, List<Object> conditions) {
        return conditions.stream()
                .map(this::tree)
                .reduce((left, right) -> Nodes.call(operator, left, right))
                .orElse(Nodes.TRUE);
    }

    private Node tree(Object condition) {
        return switch (condition) {
            case AllOf all -> joined("And", all.getCondition());
            case AnyOf any -> joined("Or", any.getCondition());
            case NoneOf none -> Nodes.call("Not", joined("Or", none.getCondition()));
            case AttributeCondition attribute -> ofAttribute(attribute);
            case ConnectedTo connected -> connectedTo(connected);
            case MemberOf member -> memberOf(member);
            case Under under -> under(under);
            default -> throw new IllegalStateException("No condition: " + condition.getClass());
        };
    }

    private Node ofAttribute(AttributeCondition condition) {
        return isKnown(condition, condition.getAttribute())
                ? checked(condition, () -> values.tree(condition))
                : Nodes.TRUE;
    }

    /** Whether there is an attribute that a condition reads; says so if there isn't. */
    private boolean isKnown(Locatable condition, String name) {
        try {
            return name != null && ExpressionCompiler.compile(Nodes.attribute(name), name, scope) != null;
        } catch (ExpressionException e) {
            Mistakes.reportTree(e, file, file.location(condition, "attribute"));
            return false;
        }
    }

    private Node connectedTo(ConnectedTo condition) {
        Optional<ConnectorDefinition> connector =
                lookup.connector(condition, "connector", condition.getConnector());
        if (connector.isEmpty()) {
            return Nodes.TRUE;
        }
        Node name = Nodes.text(condition.getConnector());
        if (condition.getObjectType() == null) {
            return checked(condition, () -> Nodes.call("IsConnectedTo", name));
        }
        return lookup.objectType(condition, "object-type", connector.get(), condition.getObjectType()).isEmpty()
                ? Nodes.TRUE
                : checked(condition,
                        () -> Nodes.call("IsConnectedTo", name, Nodes.text(condition.getObjectType())));
    }

    private Node memberOf(MemberOf condition) {
        return condition.getGroup() == null
                ? Nodes.TRUE
                : checked(condition, () -> condition.isNested()
                        ? Nodes.call("IsMemberOf", Nodes.text(condition.getGroup()), Nodes.word("Nested"))
                        : Nodes.call("IsMemberOf", Nodes.text(condition.getGroup())));
    }

    private Node under(Under condition) {
        return condition.getDn() == null || !isKnown(condition, condition.getAttribute())
                ? Nodes.TRUE
                : checked(condition, () -> Nodes.call(
                        "IsUnder", Nodes.attribute(condition.getAttribute()), Nodes.text(condition.getDn())));
    }

    /** A condition that compiles; else one that does, after saying what is wrong. */
    private Node checked(Locatable element, Supplier<Node> condition) {
        int before = file.problems();
        Node tree = condition.get();
        return file.problems() == before && compiles(element, tree) ? tree : Nodes.TRUE;
    }

    private boolean compiles(Locatable element, Node condition) {
        try {
            ExpressionCompiler.compile(condition, "", scope);
            return true;
        } catch (ExpressionException e) {
            if (e.mistakes().stream().anyMatch(mistake -> mistake.kind() == Kind.UNKNOWN)) {
                file.unsupported(element, file.tagName(element));
            } else {
                Mistakes.reportTree(e, file, file.location(element));
            }
            return false;
        }
    }
}
