package org.syncline.dsl.expression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * By what dates are moved.
 *
 * @param unit of the calendar
 * @param times how many of them
 */
record DateInterval(ChronoUnit unit, int times) {
    static final String[] WORDS = {"yyyy", "q", "m", "y", "d", "w", "ww", "h", "n", "s"};
    private static final int MONTHS_A_QUARTER = 3;
    private static final int LAST_YEAR = 9999;

    static DateInterval of(String word) {
        return switch (word) {
            case "yyyy" -> new DateInterval(ChronoUnit.YEARS, 1);
            case "q" -> new DateInterval(ChronoUnit.MONTHS, MONTHS_A_QUARTER);
            case "m" -> new DateInterval(ChronoUnit.MONTHS, 1);
            case "ww" -> new DateInterval(ChronoUnit.WEEKS, 1);
            case "h" -> new DateInterval(ChronoUnit.HOURS, 1);
            case "n" -> new DateInterval(ChronoUnit.MINUTES, 1);
            case "s" -> new DateInterval(ChronoUnit.SECONDS, 1);
            default -> new DateInterval(ChronoUnit.DAYS, 1);
        };
    }

    Instant after(Instant date, long count) {
        try {
            ZonedDateTime moved = date.atZone(ZoneOffset.UTC).plus(Math.multiplyExact(count, times), unit);
            if (moved.getYear() >= 1 && moved.getYear() <= LAST_YEAR) {
                return moved.toInstant();
            }
        } catch (DateTimeException | ArithmeticException outside) {
            // Said below, as for every other date outside the calendar.
        }
        throw new EvaluationException(
                "DateAdd cannot move " + date + " by " + count + ": the result is not within the years 1 to 9999");
    }
}
