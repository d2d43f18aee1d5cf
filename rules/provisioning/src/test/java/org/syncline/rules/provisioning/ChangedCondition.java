package org.syncline.rules.provisioning;

import java.util.Set;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Expression;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;

/** The condition that an attribute changed in this pass. */
record ChangedCondition(String attribute) implements Expression {
    @Override
    public String source() {
        return "changed " + attribute;
    }

    @Override
    public AttributeType type() {
        return AttributeType.BOOLEAN;
    }

    @Override
    public boolean multiValued() {
        return false;
    }

    @Override
    public Set<String> reads() {
        return Set.of(attribute);
    }

    @Override
    public Clock clock() {
        return Clock.UNREAD;
    }

    @Override
    public Content evaluate(Evaluation evaluation) {
        return BooleanValue.of(evaluation.hasChanged(attribute));
    }
}
