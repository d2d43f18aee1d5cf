package org.syncline.dsl.extension.groovy;

import java.util.HashSet;
import java.util.Set;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Expression;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;

/** The condition of a file, and that of a script: one of them suffices. */
record EitherHolds(Expression written, Expression computed) implements Expression {

    @Override
    public String source() {
        return written.source() + " or " + computed.source();
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
        Set<String> reads = new HashSet<>(written.reads());
        reads.addAll(computed.reads());
        return reads;
    }

    @Override
    public Set<String> looksUp() {
        return written.looksUp();
    }

    @Override
    public Clock clock() {
        return written.clock().compareTo(computed.clock()) > 0 ? written.clock() : computed.clock();
    }

    @Override
    public Content evaluate(Evaluation evaluation) {
        return written.holds(evaluation) || computed.holds(evaluation) ? BooleanValue.TRUE : BooleanValue.FALSE;
    }
}
