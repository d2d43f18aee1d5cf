package org.syncline.dsl.expression;

import java.time.Instant;
import org.syncline.schema.identity.Content;

/** Reads an attribute of the object at hand: by far the commonest term, which therefore gives each kind of result without a detour. */
record SourceAttribute(Shape shape, int index) implements Term {

    @Override
    public Content content(Evaluation evaluation) {
        return evaluation.source(index);
    }

    @Override
    public String text(Evaluation evaluation) {
        return Reading.text(evaluation.source(index));
    }

    @Override
    public long integer(Evaluation evaluation) {
        return Reading.integer(evaluation.source(index));
    }

    @Override
    public boolean truth(Evaluation evaluation) {
        return Reading.truth(evaluation.source(index));
    }

    @Override
    public Instant date(Evaluation evaluation) {
        return Reading.date(evaluation.source(index));
    }
}
