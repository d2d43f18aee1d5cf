package org.syncline.connectors.sql;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ObjectTypeSettings;

/**
 * How far before the mark changes are read again: a transaction may write its number or time, and be committed only after a later one
 * was read.
 */
final class Overlap {
    private final Duration time;
    private final long numbers;

    private Overlap(Duration time, long numbers) {
        this.time = time;
        this.numbers = numbers;
    }

    /** @param column that grows with every change */
    static Overlap of(ObjectTypeSettings type, Column column) {
        String text = type.value(SettingNames.OVERLAP).orElse(null);
        try {
            return switch (column.kind()) {
                case LOCAL_TIME, EXACT_TIME, DAY -> new Overlap(Duration.parse(text == null ? "PT5M" : text), 0);
                case WHOLE, DECIMAL -> new Overlap(Duration.ZERO, Long.parseLong(text == null ? "1000" : text));
                case TEXT, PADDED, TRUTH, BYTES -> none(type, column, text);
            };
        } catch (DateTimeException | NumberFormatException invalid) {
            throw invalid(type, "is '" + text + "'", "Write a time such as PT5M for a column of times, and a number"
                    + " for one of numbers.");
        }
    }

    private static Overlap none(ObjectTypeSettings type, Column column, String text) {
        if (text != null) {
            throw invalid(type, "cannot be kept with the column '" + column.name() + "'",
                    "Only columns of times and of numbers have one.");
        }
        return new Overlap(Duration.ZERO, 0);
    }

    private static ConnectorException invalid(ObjectTypeSettings type, String slip, String remedy) {
        return new ConnectorException(ConnectorException.Code.INVALID_SETTING, "Object type '" + type.type().name()
                + "': the setting '" + SettingNames.OVERLAP + "' " + slip + ". " + remedy);
    }

    /** From where on changes are read. */
    Object before(Object mark) {
        return switch (mark) {
            case Long number -> number - numbers;
            case BigDecimal number -> number.subtract(BigDecimal.valueOf(numbers));
            case LocalDateTime moment -> moment.minus(time);
            case OffsetDateTime moment -> moment.minus(time);
            case LocalDate day -> time.isZero() ? day : day.minus(Math.max(1, time.toDays()), ChronoUnit.DAYS);
            default -> mark;
        };
    }
}
