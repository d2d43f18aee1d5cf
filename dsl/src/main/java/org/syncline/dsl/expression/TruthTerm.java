package org.syncline.dsl.expression;

import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;

/** A part of an expression that is True or False, never nothing. */
@FunctionalInterface
interface TruthTerm extends Term {
    @Override
    default Shape shape() {
        return Shape.BOOLEAN;
    }

    @Override
    boolean truth(Evaluation evaluation);

    @Override
    default Content content(Evaluation evaluation) {
        return BooleanValue.of(truth(evaluation));
    }
}
