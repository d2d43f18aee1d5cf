package org.syncline.dsl.expression;

import java.time.Instant;
import java.util.List;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/** Evaluates an expression for which a variable stands for another one. */
record Named(LazyVariable variable, Term expression) implements Term {

    @Override
    public Shape shape() {
        return expression.shape();
    }

    private Term ready(Evaluation evaluation) {
        variable.reset(evaluation);
        return expression;
    }

    @Override
    public Content content(Evaluation evaluation) {
        return ready(evaluation).content(evaluation);
    }

    @Override
    public List<Value> list(Evaluation evaluation) {
        return ready(evaluation).list(evaluation);
    }

    @Override
    public String text(Evaluation evaluation) {
        return ready(evaluation).text(evaluation);
    }

    @Override
    public long integer(Evaluation evaluation) {
        return ready(evaluation).integer(evaluation);
    }

    @Override
    public boolean truth(Evaluation evaluation) {
        return ready(evaluation).truth(evaluation);
    }

    @Override
    public Instant date(Evaluation evaluation) {
        return ready(evaluation).date(evaluation);
    }
}
