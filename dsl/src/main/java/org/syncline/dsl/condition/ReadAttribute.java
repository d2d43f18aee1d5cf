package org.syncline.dsl.condition;

import java.time.Instant;
import java.util.Optional;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Scope;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ObjectType;

/**
 * The one attribute on which an atom depends.
 *
 * @param name as it is read
 * @param ofTarget whether it is one of the account rather than of the object itself
 */
record ReadAttribute(String name, ObjectType type, AttributeDefinition definition, boolean ofTarget) {
    private static final String TARGET = "target.";

    /** Empty if an atom depends on something else, or on more. */
    static Optional<ReadAttribute> of(Formula.Atom atom) {
        Expression expression = atom.expression();
        Scope scope = expression.scope();
        if (scope == null || scope.isByName() || !expression.readsAttributesOnly() || expression.reads().size() != 1) {
            return Optional.empty();
        }
        String name = expression.reads().iterator().next();
        if (scope.source().has(name)) {
            return Optional.of(of(name, name, scope.source(), false));
        }
        String inTarget = name.startsWith(TARGET) ? name.substring(TARGET.length()) : "";
        return scope.target() != null && scope.target().has(inTarget)
                ? Optional.of(of(name, inTarget, scope.target(), true))
                : Optional.empty();
    }

    private static ReadAttribute of(String name, String attribute, ObjectType type, boolean ofTarget) {
        return new ReadAttribute(name, type, type.attribute(type.index(attribute)), ofTarget);
    }

    /** Whether a condition that depends on this attribute alone holds for a value, or for nothing. */
    Truth truth(Expression condition, Content content) {
        Attributes.Builder builder = Attributes.builder(type);
        if (content != Absence.NULL) {
            builder.set(definition.name(), content);
        }
        Attributes attributes = builder.build();
        Evaluation evaluation = Evaluation.at(Instant.EPOCH);
        try {
            return Truth.of(condition.holds(ofTarget ? evaluation.target(attributes) : evaluation.source(attributes)));
        } catch (EvaluationException failure) {
            return Truth.OPEN;
        }
    }
}
