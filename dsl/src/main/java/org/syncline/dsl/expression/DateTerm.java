package org.syncline.dsl.expression;

import java.time.Instant;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DateValue;

/** A part of an expression that results in a date. */
@FunctionalInterface
interface DateTerm extends Term {
    @Override
    default Shape shape() {
        return Shape.DATE;
    }

    @Override
    Instant date(Evaluation evaluation);

    @Override
    default Content content(Evaluation evaluation) {
        Instant date = date(evaluation);
        return date == null ? Absence.NULL : new DateValue(date);
    }
}
