package org.syncline.connectors.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** How the values of an attribute stand in a column; both say what they are, and need not agree. */
final class ValueFormat {
    private final AttributeType type;
    private final Column column;
    private final ZoneId zone;
    private final TimeText times;

    ValueFormat(AttributeType type, AttributeSettings settings, Column column, ZoneId zone) {
        this.type = type;
        this.column = column;
        this.zone = zone;
        this.times = new TimeText(settings, zone);
    }

    Column column() {
        return column;
    }

    /**
     * The value at a position of the current row; null where there is none.
     *
     * @throws Misfit if it makes no sense
     */
    Value read(ResultSet rows, int position) throws SQLException {
        return switch (type) {
            case STRING -> {
                String text = column.text(rows, position);
                yield text == null ? null : new TextValue(text);
            }
            case REFERENCE -> {
                String key = column.text(rows, position);
                yield key == null ? null : ReferenceValue.toKey(key);
            }
            case INTEGER -> integer(rows, position);
            case BOOLEAN -> truth(rows, position);
            case DATE -> date(rows, position);
            case BINARY -> bytes(rows, position);
        };
    }

    private Value integer(ResultSet rows, int position) throws SQLException {
        if (column.kind() == ColumnKind.WHOLE) {
            long number = rows.getLong(position);
            return rows.wasNull() ? null : new IntegerValue(number);
        }
        String text = column.text(rows, position);
        if (text == null) {
            return null;
        }
        if (column.kind() == ColumnKind.TRUTH) {
            return new IntegerValue(Truth.of(text) ? 1 : 0);
        }
        try {
            return new IntegerValue(new BigDecimal(text.strip()).longValueExact());
        } catch (ArithmeticException | NumberFormatException misfit) {
            throw new Misfit("a whole number");
        }
    }

    private Value truth(ResultSet rows, int position) throws SQLException {
        String text = column.text(rows, position);
        return text == null ? null : BooleanValue.of(Truth.of(text));
    }

    private Value date(ResultSet rows, int position) throws SQLException {
        Instant instant = switch (column.kind()) {
            case DAY -> {
                LocalDate day = rows.getObject(position, LocalDate.class);
                yield day == null ? null : day.atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            case LOCAL_TIME -> {
                LocalDateTime local = rows.getObject(position, LocalDateTime.class);
                yield local == null ? null : local.atZone(zone).toInstant();
            }
            case EXACT_TIME -> {
                OffsetDateTime exact = rows.getObject(position, OffsetDateTime.class);
                yield exact == null ? null : exact.toInstant();
            }
            case TEXT, PADDED -> {
                String text = column.text(rows, position);
                yield text == null ? null : times.read(text.strip());
            }
            case WHOLE, DECIMAL, TRUTH, BYTES -> throw new Misfit("a date");
        };
        return instant == null ? null : new DateValue(instant);
    }

    private Value bytes(ResultSet rows, int position) throws SQLException {
        if (column.kind() == ColumnKind.BYTES) {
            byte[] bytes = rows.getBytes(position);
            return bytes == null || bytes.length == 0 ? null : new BinaryValue(bytes);
        }
        String text = column.text(rows, position);
        try {
            return text == null ? null : new BinaryValue(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException misfit) {
            throw new Misfit("Base64");
        }
    }

    /**
     * What the driver is given for a value.
     *
     * @throws Misfit if the column cannot hold it
     */
    Object parameter(Value value) {
        return switch (value) {
            case DateValue date -> moment(date.instant());
            case BinaryValue binary when column.kind() == ColumnKind.BYTES -> binary.bytes();
            case BooleanValue truth -> column.kind().parameter(written(truth.isTrue()));
            default -> column.kind().parameter(value.text());
        };
    }

    private String written(boolean truth) {
        boolean isNumber = column.kind() == ColumnKind.WHOLE || column.kind() == ColumnKind.DECIMAL;
        return isNumber ? truth ? "1" : "0" : Boolean.toString(truth);
    }

    private Object moment(Instant instant) {
        return switch (column.kind()) {
            case DAY -> {
                LocalDateTime moment = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
                if (!moment.toLocalDate().atStartOfDay().equals(moment)) {
                    throw new Misfit("a date without a time of day");
                }
                yield moment.toLocalDate();
            }
            case LOCAL_TIME -> LocalDateTime.ofInstant(instant, zone);
            case EXACT_TIME -> instant.atOffset(ZoneOffset.UTC);
            case TEXT, PADDED -> times.write(instant);
            case WHOLE, DECIMAL, TRUTH, BYTES -> throw new Misfit(column.kind().expected());
        };
    }
}
