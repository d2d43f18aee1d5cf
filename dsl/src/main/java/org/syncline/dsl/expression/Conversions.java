package org.syncline.dsl.expression;

import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Makes values of one type of values of another; null where that is impossible. */
final class Conversions {
    private static final String HEXADECIMAL = "&h";
    private static final int RADIX = 16;

    private Conversions() {}

    /** A whole number written in decimal or as &amp;H1F. */
    static Long number(String text) {
        String digits = Cutting.trim(text);
        try {
            return digits.toLowerCase(Locale.ROOT).startsWith(HEXADECIMAL)
                    ? Long.parseUnsignedLong(digits.substring(HEXADECIMAL.length()), RADIX)
                    : Long.parseLong(digits);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /** True, False or a number, of which all but 0 are True. */
    static BooleanValue truth(String text) {
        String word = Cutting.trim(text);
        if (word.equalsIgnoreCase("True") || word.equalsIgnoreCase("False")) {
            return BooleanValue.of(word.equalsIgnoreCase("True"));
        }
        Long number = number(word);
        return number == null ? null : BooleanValue.of(number != 0);
    }

    static BinaryValue binary(String base64) {
        try {
            return new BinaryValue(Base64.getDecoder().decode(Cutting.trim(base64)));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    /** What a text says if it is read as a value of a type. */
    static Value read(String text, AttributeType type) {
        return switch (type) {
            case STRING -> new TextValue(text);
            case INTEGER -> {
                Long number = number(text);
                yield number == null ? null : new IntegerValue(number);
            }
            case BOOLEAN -> truth(text);
            case DATE -> {
                Instant date = DateText.parse(text);
                yield date == null ? null : new DateValue(date);
            }
            case BINARY -> binary(text);
            case REFERENCE -> ReferenceValue.toDn(text);
        };
    }

    /**
     * A value as a value of another type.
     *
     * @throws EvaluationException if it is none
     */
    static Value to(AttributeType type, Value value) {
        if (value.type() == type) {
            return value;
        }
        Value converted = value instanceof TextValue text ? read(text.text(), type) : null;
        if (converted == null) {
            throw new EvaluationException("'" + value.text() + "' is not " + Naming.ofType(type));
        }
        return converted;
    }
}
