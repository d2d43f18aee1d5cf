package org.syncline.dsl.expression;

import java.time.Instant;
import java.time.ZonedDateTime;

/** The time of Active Directory's large integers: steps of 100 nanoseconds since 1601. */
final class FileTime {
    private static final long STEPS_A_SECOND = 10_000_000;
    private static final long NANOS_A_STEP = 100;
    private static final long SECONDS_BEFORE_1970 = 11_644_473_600L;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private FileTime() {}

    static Instant date(long steps) {
        if (steps < 0 || steps > steps(LAST)) {
            throw new EvaluationException("DateFromNum cannot make a date of " + steps
                    + "; Active Directory writes 0 and 9223372036854775807 for never: ask for them first");
        }
        return Instant.ofEpochSecond(
                steps / STEPS_A_SECOND - SECONDS_BEFORE_1970, steps % STEPS_A_SECOND * NANOS_A_STEP);
    }

    static long steps(Instant date) {
        ZonedDateTime moment = Moments.utc(date);
        return (moment.toEpochSecond() + SECONDS_BEFORE_1970) * STEPS_A_SECOND + moment.getNano() / NANOS_A_STEP;
    }
}
