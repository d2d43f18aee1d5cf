package org.syncline.dsl.expression;

import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.IntegerValue;

/** A part of an expression that results in a whole number. */
abstract class IntegerTerm extends Term {
    IntegerTerm() {
        super(Shape.INTEGER);
    }

    @Override
    abstract long integer(Evaluation evaluation);

    @Override
    final Content content(Evaluation evaluation) {
        long number = integer(evaluation);
        return number == ABSENT ? Absence.NULL : new IntegerValue(number);
    }
}
