package org.syncline.dsl.expression;

import java.time.Instant;
import java.util.List;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/** Evaluates one of two values, as a condition says. */
record Choice(Shape shape, Term condition, Term value, Term otherwise) implements Term {

    static Term of(Term condition, Term value, Term otherwise) {
        if (otherwise == Missing.ARGUMENT && condition instanceof Constant always && always.truth(null)) {
            return value;
        }
        return new Choice(value.shape().or(otherwise.shape()), condition, value, otherwise);
    }

    @Override
    public Content content(Evaluation evaluation) {
        return condition.truth(evaluation) ? value.content(evaluation) : otherwise.content(evaluation);
    }

    @Override
    public List<Value> list(Evaluation evaluation) {
        return condition.truth(evaluation) ? value.list(evaluation) : otherwise.list(evaluation);
    }

    @Override
    public String text(Evaluation evaluation) {
        return condition.truth(evaluation) ? value.text(evaluation) : otherwise.text(evaluation);
    }

    @Override
    public long integer(Evaluation evaluation) {
        return condition.truth(evaluation) ? value.integer(evaluation) : otherwise.integer(evaluation);
    }

    @Override
    public boolean truth(Evaluation evaluation) {
        return condition.truth(evaluation) ? value.truth(evaluation) : otherwise.truth(evaluation);
    }

    @Override
    public Instant date(Evaluation evaluation) {
        return condition.truth(evaluation) ? value.date(evaluation) : otherwise.date(evaluation);
    }
}
