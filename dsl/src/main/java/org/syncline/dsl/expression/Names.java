package org.syncline.dsl.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.syncline.dsl.expression.ExpressionException.Kind;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;

/** Finds what the names of an expression stand for. */
final class Names {
    private static final String TARGET = "target.";

    private final Scope scope;
    private final Compilation compilation;

    Names(Scope scope, Compilation compilation) {
        this.scope = scope;
        this.compilation = compilation;
    }

    Term attribute(String name, Node.Position position) {
        compilation.reads().add(name);
        if (scope.isByName()) {
            return NamedTerms.of(name);
        }
        Term term = known(name, position);
        return term != null ? term : unknown(name, position);
    }

    private Term known(String name, Node.Position position) {
        int index = scope.source().indexOf(name);
        if (index >= 0) {
            return AttributeTerms.source(scope.source().attribute(index), index);
        }
        if (scope.target() != null && name.startsWith(TARGET)) {
            return target(name.substring(TARGET.length()));
        }
        Term always = AttributeTerms.always(name, scope.source());
        return always != null ? always : throughReference(name, position);
    }

    private Term target(String name) {
        int index = scope.target().indexOf(name);
        return index < 0 ? null : AttributeTerms.target(scope.target().attribute(index), index);
    }

    /** {@code [reference.attribute]}; null if there is no such reference or no such attribute at its end. */
    private Term throughReference(String name, Node.Position position) {
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            int index = scope.source().indexOf(name.substring(0, dot));
            if (index >= 0 && scope.source().attribute(index).type() == AttributeType.REFERENCE) {
                return follow(index, name.substring(dot + 1), position);
            }
        }
        return null;
    }

    private Term follow(int index, String attribute, Node.Position position) {
        AttributeDefinition reference = scope.source().attribute(index);
        if (scope.referenced().isEmpty() && !scope.unanswered().isEmpty()) {
            compilation.mistakes().add(
                    Kind.TYPE,
                    position,
                    "[" + reference.name()
                            + "] cannot be followed here, where only the object itself is known; let it flow"
                            + " and follow it in an export flow or a provisioning rule",
                    null);
            return Compilation.broken();
        }
        if (reference.multiValued()) {
            compilation.mistakes().add(
                    Kind.TYPE,
                    position,
                    "[" + reference.name() + "] holds several references; only a single one can be followed",
                    null);
            return Compilation.broken();
        }
        Shape shape = referenced(attribute);
        return shape == null ? null : new FollowedReference(shape, index, attribute);
    }

    private Shape referenced(String attribute) {
        return scope.referenced().stream()
                .filter(type -> type.has(attribute))
                .map(type -> AttributeTerms.shape(type.attribute(type.index(attribute))))
                .reduce(Shape::or)
                .orElse(null);
    }

    private Term unknown(String name, Node.Position position) {
        if (scope.isOfNothing()) {
            compilation.mistakes().add(
                    Kind.UNKNOWN,
                    position,
                    "There is no object here whose [" + name + "] could be read",
                    scope.decided().isEmpty() ? null : "{" + scope.decided().iterator().next() + "}");
            return Compilation.broken();
        }
        String type = name.startsWith(TARGET) && scope.target() != null
                ? scope.target().name()
                : scope.source().name();
        compilation.mistakes().add(
                Kind.UNKNOWN,
                position,
                "The object type '" + type + "' has no attribute '" + name + "'",
                bracketed(NearestName.to(name, known())));
        return Compilation.broken();
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(names(scope.source()));
        known.addAll(List.of("dn", "rdn", "anchor"));
        if (scope.target() != null) {
            names(scope.target()).forEach(name -> known.add(TARGET + name));
        }
        for (AttributeDefinition reference : scope.source().attributes()) {
            if (reference.type() == AttributeType.REFERENCE) {
                scope.referenced().forEach(
                        type -> names(type).forEach(name -> known.add(reference.name() + "." + name)));
            }
        }
        return known;
    }

    private static List<String> names(ObjectType type) {
        return type.attributes().stream().map(AttributeDefinition::name).toList();
    }

    private static String bracketed(String name) {
        return name == null ? null : "[" + name + "]";
    }

    /** Environments differ in their parameters: what is known of one must not be said of the rule. */
    Term parameter(Node.Parameter parameter) {
        compilation.noteOtherReading();
        String value = scope.parameters().get(parameter.name());
        return value != null
                ? Constant.of(value)
                : unknown("parameter", "%", parameter.name(), "%", scope.parameters().keySet(), parameter.position());
    }

    Term decided(Node.Decided decided) {
        compilation.noteOtherReading();
        if (scope.decided().contains(decided.name())) {
            return AttributeTerms.decided(decided.name());
        }
        boolean isAttribute = !scope.isByName() && scope.source().has(decided.name());
        return isAttribute
                ? unknown("decided value", "[", decided.name(), "]", List.of(decided.name()), decided.position())
                : unknown("decided value", "{", decided.name(), "}", scope.decided(), decided.position());
    }

    private Term unknown(
            String what, String before, String name, String after, Collection<String> known, Node.Position position) {
        String nearest = NearestName.to(name, known);
        compilation.mistakes().add(
                Kind.UNKNOWN,
                position,
                "There is no " + what + " '" + name + "' here",
                nearest == null ? null : before + nearest + after);
        return Compilation.broken();
    }
}
