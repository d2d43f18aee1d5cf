package org.syncline.dsl.expression;

import java.time.Instant;
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

    /** Whether it takes the same time wherever in the calendar it begins. */
    boolean isFixed() {
        return unit != ChronoUnit.MONTHS && unit != ChronoUnit.YEARS;
    }

    Instant after(Instant date, long count) {
        return Moments.moved(date, moment -> moment.plus(Math.multiplyExact(count, times), unit));
    }
}
