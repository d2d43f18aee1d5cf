package org.syncline.connectors.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.Map;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.DateForm;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.Value;

/** Dates in text: by a pattern, or ISO 8601. A date without a time is its midnight, a time without a zone is UTC. */
final class DateText {
    /** Dates repeat; parsing one costs more than the rest of its record. */
    private static final int MOST_KEPT = 20_000;

    private final DateForm form;
    private final Map<String, Value> kept = new HashMap<>();

    private DateText(DateForm form) {
        this.form = form;
    }

    static DateText of(AttributeSettings settings) {
        return new DateText(DateForm.of(settings));
    }

    FieldFormat asFieldFormat() {
        return new FieldFormat(form.expected(), this::read, this::write);
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
                    instant(form.formatter().parseBest(text, ZonedDateTime::from, LocalDateTime::from,
                            LocalDate::from)));
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
        return form.isIso() && isDay ? moment.toLocalDate().toString() : form.formatter().format(moment);
    }
}
