package org.syncline.dsl.expression;

import java.time.Instant;
import java.util.List;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/** Evaluates the value that belongs to the first condition that holds; the last value belongs to none. */
final class Choice extends Term {
    private final Term[] conditions;
    private final Term[] values;

    Choice(List<Term> conditions, List<Term> values) {
        super(values.stream().map(Term::shape).reduce(Shape.NOTHING, Shape::or));
        this.conditions = conditions.toArray(Term[]::new);
        this.values = values.toArray(Term[]::new);
    }

    private Term chosen(Evaluation evaluation) {
        int index = 0;
        while (index < conditions.length && !conditions[index].truth(evaluation)) {
            index++;
        }
        return values[index];
    }

    @Override
    Content content(Evaluation evaluation) {
        return chosen(evaluation).content(evaluation);
    }

    @Override
    List<Value> list(Evaluation evaluation) {
        return chosen(evaluation).list(evaluation);
    }

    @Override
    String text(Evaluation evaluation) {
        return chosen(evaluation).text(evaluation);
    }

    @Override
    long integer(Evaluation evaluation) {
        return chosen(evaluation).integer(evaluation);
    }

    @Override
    boolean truth(Evaluation evaluation) {
        return chosen(evaluation).truth(evaluation);
    }

    @Override
    Instant date(Evaluation evaluation) {
        return chosen(evaluation).date(evaluation);
    }
}
