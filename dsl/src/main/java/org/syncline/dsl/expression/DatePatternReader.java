package org.syncline.dsl.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads format strings of .NET; a single letter is one of its standard formats, in its invariant culture. */
final class DatePatternReader {
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

    private final String pattern;
    private int at;

    DatePatternReader(String format) {
        if (format.length() == 1 && !STANDARD.containsKey(format)) {
            throw new EvaluationException(
                    "'" + format + "' is not a date format; a single letter must be one of .NET's standard formats");
        }
        this.pattern = STANDARD.getOrDefault(format, format);
    }

    List<DatePart> read() {
        List<DatePart> parts = new ArrayList<>();
        while (at < pattern.length()) {
            parts.add(next());
        }
        return parts;
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
}
