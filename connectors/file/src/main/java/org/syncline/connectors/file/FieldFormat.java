package org.syncline.connectors.file;

import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/**
 * How one value stands in a cell.
 *
 * @param expected what a cell must hold, for messages
 * @param reader makes a value of a text; null if the text makes no sense
 * @param writer makes a text of a value
 */
record FieldFormat(String expected, Function<String, Value> reader, Function<Value, String> writer) {
    private static final FieldFormat TEXT = new FieldFormat("a text", TextValue::new, Value::text);
    private static final FieldFormat INTEGER =
            new FieldFormat("a whole number such as 42", FieldFormat::integer, Value::text);
    private static final FieldFormat BOOLEAN = new FieldFormat(
            "true, false, yes, no, 1 or 0", FieldFormat::truth, value -> value.text().toLowerCase(Locale.ROOT));
    private static final FieldFormat BINARY = new FieldFormat("Base64", FieldFormat::binary, Value::text);
    private static final FieldFormat REFERENCE = new FieldFormat("a key", ReferenceValue::toKey, Value::text);

    static FieldFormat of(AttributeType type, AttributeSettings settings) {
        return switch (type) {
            case STRING -> TEXT;
            case INTEGER -> INTEGER;
            case BOOLEAN -> BOOLEAN;
            case BINARY -> BINARY;
            case REFERENCE -> REFERENCE;
            case DATE -> DateText.of(settings).asFieldFormat();
        };
    }

    private static Value integer(String text) {
        try {
            return new IntegerValue(Long.parseLong(text.strip()));
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static Value truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> BooleanValue.TRUE;
            case "false", "no", "0" -> BooleanValue.FALSE;
            default -> null;
        };
    }

    private static Value binary(String text) {
        try {
            return new BinaryValue(Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
