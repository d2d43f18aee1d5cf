package org.syncline.dsl.expression;

import java.time.Instant;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DateValue;

/** A part of an expression that results in a date. */
abstract class DateTerm extends Term {
    DateTerm() {
        super(Shape.DATE);
    }

    @Override
    abstract Instant date(Evaluation evaluation);

    @Override
    final Content content(Evaluation evaluation) {
        Instant date = date(evaluation);
        return date == null ? Absence.NULL : new DateValue(date);
    }
}
