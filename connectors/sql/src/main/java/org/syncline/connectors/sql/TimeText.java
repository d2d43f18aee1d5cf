package org.syncline.connectors.sql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ConnectorException;

/** Dates and points in time in columns of text: by the pattern of the attribute, or ISO 8601. */
final class TimeText {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final DateTimeFormatter formatter;
    private final ZoneId zone;
    private final String expected;

    TimeText(AttributeSettings attribute, ZoneId zone) {
        this.formatter = attribute.format() == null ? ISO : formatter(attribute);
        this.zone = zone;
        this.expected = attribute.format() == null
                ? "a date such as 2026-01-28 or 2026-01-28T08:30:00Z"
                : "a date of the format " + attribute.format();
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

    /** @throws Misfit if it is no date */
    Instant read(String text) {
        try {
            return switch (formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from)) {
                case ZonedDateTime exact -> exact.toInstant();
                case LocalDateTime local -> local.atZone(zone).toInstant();
                case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
                default -> throw new Misfit(expected);
            };
        } catch (DateTimeException notADate) {
            throw new Misfit(expected);
        }
    }

    /** @throws Misfit if the text would say something else */
    String write(Instant instant) {
        OffsetDateTime moment = instant.atOffset(ZoneOffset.UTC);
        boolean isDay = moment.toLocalDate().atStartOfDay().equals(moment.toLocalDateTime());
        String text = formatter != ISO
                ? formatter.format(isDay ? moment : instant.atZone(zone))
                : isDay ? moment.toLocalDate().toString() : moment.toString();
        if (!read(text).equals(instant)) {
            throw new Misfit(expected);
        }
        return text;
    }
}
