package org.syncline.dsl.expression;

import java.util.Set;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Content;

/** An expression ready to be evaluated. */
record CompiledExpression(String source, Term root, Set<String> reads, Clock clock) implements Expression {

    @Override
    public AttributeType type() {
        return root.shape().type();
    }

    @Override
    public boolean multiValued() {
        return root.shape().many();
    }

    /** While an answer is missing, an error means as little as any other result. */
    @Override
    public Content evaluate(Evaluation evaluation) {
        try {
            return root.content(evaluation);
        } catch (EvaluationException error) {
            if (evaluation.asked().isEmpty()) {
                throw error;
            }
            return Absence.NULL;
        }
    }

    @Override
    public boolean holds(Evaluation evaluation) {
        try {
            return root.truth(evaluation);
        } catch (EvaluationException error) {
            if (evaluation.asked().isEmpty()) {
                throw error;
            }
            return false;
        }
    }

    @Override
    public String toString() {
        return source;
    }
}
