package org.syncline.dsl.expression;

import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.IntegerValue;

/** A part of an expression that results in a whole number. */
@FunctionalInterface
interface IntegerTerm extends Term {
    @Override
    default Shape shape() {
        return Shape.INTEGER;
    }

    @Override
    long integer(Evaluation evaluation);

    @Override
    default Content content(Evaluation evaluation) {
        long number = integer(evaluation);
        return number == ABSENT ? Absence.NULL : new IntegerValue(number);
    }
}
