package org.syncline.dsl.expression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates from texts: year first, month/day/year, or the generalized time of directories.
 *
 * <p>Without a zone they are UTC.
 */
final class DateText {
    private static final String OFFSET =
            "\\s*(?<offset>Z|(?<sign>[+-])(?<hours>\\d{1,2})(?::?(?<minutes>\\d{2}))?)?\\s*";
    private static final Pattern WRITTEN = Pattern.compile(
            "\\s*(?:(?<y1>\\d{4})[-/.](?<m1>\\d{1,2})[-/.](?<d1>\\d{1,2})|(?<m2>\\d{1,2})/(?<d2>\\d{1,2})/(?<y2>\\d{4}))"
                    + "(?:(?:T|\\s+)(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?"
                    + "\\s*(?<half>AM|PM)?)?" + OFFSET,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GENERALIZED = Pattern.compile(
            "\\s*(?<y1>\\d{4})(?<m1>\\d{2})(?<d1>\\d{2})"
                    + "(?:(?<hour>\\d{2})(?<minute>\\d{2})(?:(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?)?"
                    + OFFSET);
    private static final int HALF_A_DAY = 12;
    private static final int NANO_DIGITS = 9;

    private DateText() {}

    /** The instant; null if the text is no date. */
    static Instant parse(String text) {
        try {
            Matcher generalized = GENERALIZED.matcher(text);
            if (generalized.matches()) {
                return instant(generalized, "1", number(generalized, "hour"));
            }
            Matcher written = WRITTEN.matcher(text);
            return written.matches() ? instant(written, written.group("y1") != null ? "1" : "2", hour(written)) : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static Instant instant(Matcher matcher, String form, int hour) {
        return LocalDateTime.of(
                number(matcher, "y" + form),
                number(matcher, "m" + form),
                number(matcher, "d" + form),
                hour,
                number(matcher, "minute"),
                number(matcher, "second"),
                nanos(matcher.group("fraction")))
                .toInstant(offset(matcher));
    }

    private static int hour(Matcher matcher) {
        int hour = number(matcher, "hour");
        String half = matcher.group("half");
        if (half == null) {
            return hour;
        }
        if (hour < 1 || hour > HALF_A_DAY) {
            throw new DateTimeException("There is no hour " + hour + " " + half);
        }
        return hour % HALF_A_DAY + (half.equalsIgnoreCase("PM") ? HALF_A_DAY : 0);
    }

    private static int number(Matcher matcher, String group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(String fraction) {
        return fraction == null ? 0 : Integer.parseInt(fraction + "0".repeat(NANO_DIGITS - fraction.length()));
    }

    private static ZoneOffset offset(Matcher matcher) {
        if (matcher.group("sign") == null) {
            return ZoneOffset.UTC;
        }
        int direction = matcher.group("sign").equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(direction * number(matcher, "hours"), direction * number(matcher, "minutes"));
    }
}
