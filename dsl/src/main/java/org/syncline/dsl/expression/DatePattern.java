package org.syncline.dsl.expression;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** Writes dates as a format string of .NET says: letters that stand for a part of the date, all else as it is. */
record DatePattern(List<DatePart> parts) {

    /**
     * Reads a format string.
     *
     * @throws EvaluationException if it is none
     */
    static DatePattern of(String format) {
        return new DatePattern(new DatePatternReader(format).read());
    }

    /** The date in UTC. */
    String format(Instant date) {
        ZonedDateTime moment = Moments.utc(date);
        StringBuilder text = new StringBuilder();
        for (DatePart part : parts) {
            part.write(moment, text);
        }
        return text.toString();
    }
}
