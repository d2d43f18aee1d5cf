package org.syncline.dsl.expression;

import org.syncline.schema.identity.Content;

/** Reads what the evaluation remembers under a number. */
record Slot(Shape shape, int number) implements Term {

    void bind(Evaluation evaluation, Content content) {
        evaluation.variable(number, content);
    }

    @Override
    public Content content(Evaluation evaluation) {
        return (Content) evaluation.variable(number);
    }
}
