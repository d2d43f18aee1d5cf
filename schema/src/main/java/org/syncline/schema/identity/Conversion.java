package org.syncline.schema.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Turns values into another type where nothing is lost. */
public final class Conversion {
    private Conversion() {}

    /**
     * The value as one of another type.
     *
     * <p>Everything but binary has a text. Text becomes an integer when it is spelled as one ({@code 007} is not), a boolean when it
     * is true or false in whatever case, a date when it is an ISO 8601 date or instant. References are only ever references.
     *
     * @return null if there is none that means the same
     */
    public static Value to(AttributeType type, Value value) {
        if (value.type() == type) {
            return value;
        }
        return switch (type) {
            case STRING -> value.type() == AttributeType.BINARY ? null : new TextValue(value.text());
            case INTEGER -> value instanceof TextValue text ? integer(text.text()) : null;
            case BOOLEAN -> value instanceof TextValue text ? truth(text.text()) : null;
            case DATE -> value instanceof TextValue text ? date(text.text()) : null;
            case BINARY, REFERENCE -> null;
        };
    }

    private static Value integer(String text) {
        try {
            long number = Long.parseLong(text);
            return Long.toString(number).equals(text) ? new IntegerValue(number) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static Value truth(String text) {
        return text.equalsIgnoreCase("true")
                ? BooleanValue.TRUE
                : text.equalsIgnoreCase("false") ? BooleanValue.FALSE : null;
    }

    private static Value date(String text) {
        try {
            return new DateValue(text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
