package org.syncline.dsl.expression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.function.UnaryOperator;

/** The dates that expressions compute with: those of the years 1 to 9999, as in .NET. */
final class Moments {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Moments() {}

    /**
     * A date in UTC.
     *
     * @throws EvaluationException if it lies in no year from 1 to 9999
     */
    static ZonedDateTime utc(Instant date) {
        if (!isKnown(date)) {
            throw new EvaluationException("The date " + date + " is not within the years 1 to 9999");
        }
        return date.atZone(ZoneOffset.UTC);
    }

    /** A date moved. */
    static Instant moved(Instant date, UnaryOperator<ZonedDateTime> move) {
        try {
            Instant moved = move.apply(utc(date)).toInstant();
            if (!isKnown(moved)) {
                throw new DateTimeException("Outside the calendar");
            }
            return moved;
        } catch (DateTimeException | ArithmeticException outside) {
            throw new EvaluationException(
                    "The date " + date + " cannot be moved so far: only years from 1 to 9999 are known");
        }
    }

    private static boolean isKnown(Instant date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }
}
