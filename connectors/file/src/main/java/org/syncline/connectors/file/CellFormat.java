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
record CellFormat(String expected, Function<String, Value> reader, Function<Value, String> writer) {
    private static final CellFormat TEXT = new CellFormat("a text", TextValue::new, Value::text);
    private static final CellFormat INTEGER =
            new CellFormat("a whole number such as 42", CellFormat::integer, Value::text);
    private static final CellFormat BOOLEAN = new CellFormat(
            "true, false, yes, no, 1 or 0", CellFormat::truth, value -> value.text().toLowerCase(Locale.ROOT));
    private static final CellFormat BINARY = new CellFormat("Base64", CellFormat::binary, Value::text);
    private static final CellFormat REFERENCE = new CellFormat("a key", ReferenceValue::toKey, Value::text);

    static CellFormat of(AttributeType type, AttributeSettings settings) {
        return switch (type) {
            case STRING -> TEXT;
            case INTEGER -> INTEGER;
            case BOOLEAN -> BOOLEAN;
            case BINARY -> BINARY;
            case REFERENCE -> REFERENCE;
            case DATE -> DateText.of(settings).asCellFormat();
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
