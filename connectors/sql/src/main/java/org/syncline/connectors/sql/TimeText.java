package org.syncline.connectors.sql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.DateForm;

/** Dates and points in time in columns of text: by the pattern of the attribute, or ISO 8601. */
final class TimeText {
    private final DateForm form;
    private final ZoneId zone;

    TimeText(AttributeSettings attribute, ZoneId zone) {
        this.form = DateForm.of(attribute);
        this.zone = zone;
    }

    /** @throws Misfit if it is no date */
    Instant read(String text) {
        try {
            return switch (form.formatter().parseBest(text, ZonedDateTime::from, LocalDateTime::from,
                    LocalDate::from)) {
                case ZonedDateTime exact -> exact.toInstant();
                case LocalDateTime local -> local.atZone(zone).toInstant();
                case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
                default -> throw new Misfit(form.expected());
            };
        } catch (DateTimeException notADate) {
            throw new Misfit(form.expected());
        }
    }

    /** @throws Misfit if the text would say something else */
    String write(Instant instant) {
        OffsetDateTime moment = instant.atOffset(ZoneOffset.UTC);
        boolean isDay = moment.toLocalDate().atStartOfDay().equals(moment.toLocalDateTime());
        String text = !form.isIso()
                ? form.formatter().format(isDay ? moment : instant.atZone(zone))
                : isDay ? moment.toLocalDate().toString() : moment.toString();
        if (!read(text).equals(instant)) {
            throw new Misfit(form.expected());
        }
        return text;
    }
}
