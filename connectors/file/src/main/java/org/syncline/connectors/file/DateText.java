package org.syncline.connectors.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.Value;

/** Dates in text: by a pattern, or ISO 8601. A date without a time is its midnight, a time without a zone is UTC. */
final class DateText {
    /** Dates repeat; parsing one costs more than the rest of its row. */
    private static final int MOST_KEPT = 20_000;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final String expected;
    private final DateTimeFormatter formatter;
    private final boolean iso;
    private final Map<String, Value> kept = new HashMap<>();

    private DateText(String expected, DateTimeFormatter formatter, boolean iso) {
        this.expected = expected;
        this.formatter = formatter;
        this.iso = iso;
    }

    static DateText of(AttributeSettings settings) {
        return settings.format() == null
                ? new DateText("a date such as 2006-01-28 or 2006-01-28T08:30:00Z", ISO, true)
                : new DateText("a date of the format " + settings.format(), formatter(settings), false);
    }

    private static DateTimeFormatter formatter(AttributeSettings settings) {
        try {
            DateTimeFormatterBuilder builder =
                    new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(settings.format());
            // yyyy is the year of an era: without the era a strict formatter would accept no date at all
            builder.parseDefaulting(ChronoField.ERA, 1);
            return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException invalid) {
            throw new ConnectorException(
                    ConnectorException.Code.INVALID_SETTING,
                    "Attribute '" + settings.name() + "': the format '" + settings.format()
                            + "' is no pattern of a date ("
                            + invalid.getMessage() + "). Write one such as yyyy-MM-dd or dd.MM.yyyy HH:mm.");
        }
    }

    CellFormat asCellFormat() {
        return new CellFormat(expected, this::read, this::write);
    }

    private Value read(String text) {
        Value known = kept.get(text);
        if (known == null) {
            known = parse(text.strip());
            if (kept.size() < MOST_KEPT && known != null) {
                kept.put(text, known);
            }
        }
        return known;
    }

    private Value parse(String text) {
        try {
            return new DateValue(
                    instant(formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from)));
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private static Instant instant(TemporalAccessor moment) {
        return switch (moment) {
            case ZonedDateTime exact -> exact.toInstant();
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
            default -> LocalDate.from(moment).atStartOfDay().toInstant(ZoneOffset.UTC);
        };
    }

    private String write(Value value) {
        OffsetDateTime moment = ((DateValue) value).instant().atOffset(ZoneOffset.UTC);
        boolean isDay = moment.toLocalTime().toSecondOfDay() == 0 && moment.getNano() == 0;
        return iso && isDay ? moment.toLocalDate().toString() : formatter.format(moment);
    }
}
