package org.syncline.dsl.extension;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Values as programs know them. A reference stays what it is: it can be passed on, not followed. */
public final class PlainValues {
    private PlainValues() {}

    /** What an attribute holds; null where that is nothing. */
    static Object of(Content content, boolean multiValued) {
        if (content instanceof Value value && !multiValued) {
            return of(value);
        }
        return multiValued || content.isPresent()
                ? content.asList().stream().map(PlainValues::of).toList()
                : null;
    }

    private static Object of(Value value) {
        return switch (value) {
            case TextValue text -> text.text();
            case IntegerValue number -> number.number();
            case BooleanValue truth -> truth == BooleanValue.TRUE;
            case BinaryValue binary -> binary.bytes();
            case DateValue date -> date.instant();
            default -> value;
        };
    }

    /**
     * What a program gives for an attribute.
     *
     * @throws IllegalArgumentException if no attribute can hold it
     */
    public static Content content(Object given) {
        if (given instanceof Collection<?> several) {
            List<Value> values = new ArrayList<>();
            several.forEach(one -> values.addAll(content(one).asList()));
            return Content.of(values);
        }
        return given == null ? Absence.NULL : value(given);
    }

    private static Content value(Object given) {
        return switch (given) {
            case Content content -> content;
            case CharSequence text -> text.isEmpty() ? Absence.NULL : new TextValue(text.toString());
            case Boolean truth -> truth ? BooleanValue.TRUE : BooleanValue.FALSE;
            case Long number -> new IntegerValue(number);
            case Integer number -> new IntegerValue(number);
            case Instant instant -> new DateValue(instant);
            case ZonedDateTime date -> new DateValue(date.toInstant());
            case OffsetDateTime date -> new DateValue(date.toInstant());
            case LocalDate date -> new DateValue(date.atStartOfDay(ZoneOffset.UTC).toInstant());
            case byte[] bytes -> new BinaryValue(bytes);
            case Enum<?> word -> new TextValue(word.name());
            default -> throw new IllegalArgumentException("No attribute can hold a " + given.getClass().getSimpleName()
                    + ": give a text, a whole number, a truth, a date, bytes, a reference or a list of them");
        };
    }
}
