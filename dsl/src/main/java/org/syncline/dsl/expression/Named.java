package org.syncline.dsl.expression;

import java.time.Instant;
import java.util.List;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/** Evaluates an expression for which a variable stands for another one. */
final class Named extends Term {
    private final LazyVariable variable;
    private final Term expression;

    Named(LazyVariable variable, Term expression) {
        super(expression.shape());
        this.variable = variable;
        this.expression = expression;
    }

    private Term ready(Evaluation evaluation) {
        variable.reset(evaluation);
        return expression;
    }

    @Override
    Content content(Evaluation evaluation) {
        return ready(evaluation).content(evaluation);
    }

    @Override
    List<Value> list(Evaluation evaluation) {
        return ready(evaluation).list(evaluation);
    }

    @Override
    String text(Evaluation evaluation) {
        return ready(evaluation).text(evaluation);
    }

    @Override
    long integer(Evaluation evaluation) {
        return ready(evaluation).integer(evaluation);
    }

    @Override
    boolean truth(Evaluation evaluation) {
        return ready(evaluation).truth(evaluation);
    }

    @Override
    Instant date(Evaluation evaluation) {
        return ready(evaluation).date(evaluation);
    }
}
