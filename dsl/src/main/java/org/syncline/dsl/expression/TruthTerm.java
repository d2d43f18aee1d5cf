package org.syncline.dsl.expression;

import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;

/** A part of an expression that is True or False, never nothing. */
abstract class TruthTerm extends Term {
    TruthTerm() {
        super(Shape.BOOLEAN);
    }

    @Override
    abstract boolean truth(Evaluation evaluation);

    @Override
    final Content content(Evaluation evaluation) {
        return BooleanValue.of(truth(evaluation));
    }
}
