package org.syncline.dsl.expression;

import org.syncline.schema.identity.Content;

/** Reads what the evaluation remembers under a number. */
final class Slot extends Term {
    private final int number;

    Slot(Shape shape, int number) {
        super(shape);
        this.number = number;
    }

    void bind(Evaluation evaluation, Content content) {
        evaluation.variable(number, content);
    }

    @Override
    Content content(Evaluation evaluation) {
        return (Content) evaluation.variable(number);
    }
}
