package org.syncline.dsl.expression;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Locale;

/** An ISO duration such as P1Y2M3DT4H: of years, months and days, and of a time. */
record CalendarDuration(Period period, Duration time) {

    /**
     * Reads a duration.
     *
     * @throws EvaluationException if it is none
     */
    static CalendarDuration of(String text) {
        try {
            String upper = text.strip().toUpperCase(Locale.ROOT);
            int split = upper.indexOf('T');
            if (split < 0) {
                return new CalendarDuration(Period.parse(upper), Duration.ZERO);
            }
            String sign = upper.startsWith("-") ? "-" : "";
            boolean onlyTime = upper.substring(0, split).endsWith("P");
            return new CalendarDuration(
                    onlyTime ? Period.ZERO : Period.parse(upper.substring(0, split)),
                    Duration.parse(sign + "P" + upper.substring(split)));
        } catch (DateTimeException none) {
            throw new EvaluationException("'" + text + "' is not a duration such as P14D or -PT12H");
        }
    }

    /** Whether it takes the same time wherever in the calendar it begins. */
    boolean isFixed() {
        return period.toTotalMonths() == 0;
    }

    Instant after(Instant start) {
        return Moments.moved(start, moment -> moment.plus(period).plus(time));
    }
}
