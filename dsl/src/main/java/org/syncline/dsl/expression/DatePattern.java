package org.syncline.dsl.expression;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes dates as the format strings of .NET say: letters that stand for a part of the date, all else as it is.
 *
 * <p>A single letter is one of .NET's standard formats, in its invariant culture.
 */
final class DatePattern {
    private static final String LONG_DATE = "dddd, dd MMMM yyyy";
    private static final Map<String, String> STANDARD = Map.ofEntries(
            Map.entry("d", "MM/dd/yyyy"),
            Map.entry("D", LONG_DATE),
            Map.entry("f", LONG_DATE + " HH:mm"),
            Map.entry("F", LONG_DATE + " HH:mm:ss"),
            Map.entry("g", "MM/dd/yyyy HH:mm"),
            Map.entry("G", "MM/dd/yyyy HH:mm:ss"),
            Map.entry("m", "MMMM dd"),
            Map.entry("M", "MMMM dd"),
            Map.entry("o", "yyyy-MM-ddTHH:mm:ss.fffffffK"),
            Map.entry("O", "yyyy-MM-ddTHH:mm:ss.fffffffK"),
            Map.entry("r", "ddd, dd MMM yyyy HH:mm:ss 'GMT'"),
            Map.entry("R", "ddd, dd MMM yyyy HH:mm:ss 'GMT'"),
            Map.entry("s", "yyyy-MM-ddTHH:mm:ss"),
            Map.entry("t", "HH:mm"),
            Map.entry("T", "HH:mm:ss"),
            Map.entry("u", "yyyy-MM-dd HH:mm:ssZ"),
            Map.entry("U", LONG_DATE + " HH:mm:ss"),
            Map.entry("y", "yyyy MMMM"),
            Map.entry("Y", "yyyy MMMM"));

    private final List<DatePart> parts = new ArrayList<>();
    private final String pattern;
    private int at;

    private DatePattern(String pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads a format string.
     *
     * @throws EvaluationException if it is none
     */
    static DatePattern of(String format) {
        if (format.length() == 1 && !STANDARD.containsKey(format)) {
            throw new EvaluationException(
                    "'" + format + "' is not a date format; a single letter must be one of .NET's standard formats");
        }
        DatePattern pattern = new DatePattern(STANDARD.getOrDefault(format, format));
        while (pattern.at < pattern.pattern.length()) {
            pattern.parts.add(pattern.next());
        }
        return pattern;
    }

    private DatePart next() {
        char letter = pattern.charAt(at);
        return switch (letter) {
            case '\'', '"' -> quoted(letter);
            case '\\' -> escaped();
            case '%' -> single();
            default -> letters(letter);
        };
    }

    private DatePart quoted(char quote) {
        int end = pattern.indexOf(quote, at + 1);
        if (end < 0) {
            throw new EvaluationException(
                    "In the date format '" + pattern + "' the quotation at character " + (at + 1) + " has no end");
        }
        String literal = pattern.substring(at + 1, end);
        at = end + 1;
        return DatePart.literal(literal);
    }

    private DatePart escaped() {
        if (at + 1 == pattern.length()) {
            throw new EvaluationException(
                    "The date format '" + pattern + "' ends with a backslash that escapes nothing");
        }
        String literal = pattern.substring(at + 1, at + 2);
        at += 2;
        return DatePart.literal(literal);
    }

    /** A percent sign makes a single letter a part and not a standard format. */
    private DatePart single() {
        at++;
        if (at == pattern.length() || pattern.charAt(at) == '%') {
            throw new EvaluationException("In the date format '" + pattern + "' no letter follows the percent sign");
        }
        return next();
    }

    private DatePart letters(char letter) {
        int start = at;
        while (at < pattern.length() && pattern.charAt(at) == letter) {
            at++;
        }
        return DatePart.of(letter, at - start);
    }

    String format(Instant date) {
        ZonedDateTime moment = date.atZone(ZoneOffset.UTC);
        StringBuilder text = new StringBuilder();
        for (DatePart part : parts) {
            part.write(moment, text);
        }
        return text.toString();
    }
}
