package org.syncline.connectors.spi;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * How dates and points in time stand in text: by the pattern of an attribute, or in ISO 8601.
 *
 * @param formatter reads and writes them, strictly
 * @param expected what a text must look like, for messages
 */
public record DateForm(DateTimeFormatter formatter, String expected) {

    /** A date, a date with a time, or that with an offset. */
    public static final DateForm ISO = new DateForm(new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT), "a date such as 2006-01-28 or 2006-01-28T08:30:00Z");

    /**
     * The form of an attribute.
     *
     * @throws ConnectorException if its format is no pattern of a date
     */
    public static DateForm of(AttributeSettings attribute) {
        return attribute.format() == null
                ? ISO
                : new DateForm(formatter(attribute), "a date of the format " + attribute.format());
    }

    private static DateTimeFormatter formatter(AttributeSettings attribute) {
        try {
            // yyyy is the year of an era: without the era a strict formatter would accept no date at all
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(attribute.format())
                    .parseDefaulting(ChronoField.ERA, 1)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException invalid) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                    "Attribute '" + attribute.name() + "': the format '" + attribute.format()
                            + "' is no pattern of a date (" + invalid.getMessage()
                            + "). Write one such as yyyy-MM-dd or dd.MM.yyyy HH:mm.");
        }
    }

    /** Whether it is {@link #ISO}. */
    public boolean isIso() {
        return this == ISO;
    }
}
