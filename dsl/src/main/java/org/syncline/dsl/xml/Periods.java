package org.syncline.dsl.xml;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Lengths of time as files write them. */
final class Periods {
    private Periods() {}

    /** A length of time; none if it isn't written, or is none and was reported. */
    static Duration of(String written) {
        try {
            return written == null ? Duration.ZERO : Duration.parse(written);
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
