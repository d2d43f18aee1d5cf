package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.choice;
import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.schema.identity.AttributeType.BINARY;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** The functions between texts and encoded bytes. */
final class EncodingFunctions {
    private static final HexFormat HEXADECIMAL = HexFormat.of().withUpperCase();

    private EncodingFunctions() {}

    static List<Function> functions() {
        return List.of(toBase64(), fromBase64(), toHexadecimal(), fromHexadecimal());
    }

    private static Function toBase64() {
        return declare("ConvertToBase64", "Writes binary data, or the UTF-16 bytes of a text, in Base64.")
                .takes(each("value", STRING, "the text or binary data").or(BINARY))
                .gives("A text; nothing for nothing.")
                .example("ConvertToBase64(\"Hello world!\")", "SABlAGwAbABvACAAdwBvAHIAbABkACEA")
                .as(ConversionFunctions.converting(
                        Shape.TEXT, value -> new TextValue(Base64.getEncoder().encodeToString(bytes(value)))));
    }

    private static byte[] bytes(Value value) {
        return value instanceof BinaryValue binary
                ? binary.bytes()
                : Reading.text(value).getBytes(StandardCharsets.UTF_16LE);
    }

    private static Function fromBase64() {
        return declare("ConvertFromBase64", "Reads a text from Base64.")
                .takes(each("value", STRING, "Base64"), choice("encoding", "of the text", "Unicode", "UTF8", "ASCII"))
                .gives("A text; nothing for nothing.")
                .fails("when the value is not Base64")
                .example("ConvertFromBase64(\"SABlAGwAbABvACAAdwBvAHIAbABkACEA\")", "Hello world!")
                .example("ConvertFromBase64(\"SGVsbG8gd29ybGQh\", UTF8)", "Hello world!")
                .as(arguments -> {
                    Charset charset = charset(arguments.constantText(1));
                    return TextBody.ofText(value -> decoded(value, charset)).bind(arguments);
                });
    }

    private static Charset charset(String encoding) {
        return switch (encoding) {
            case "UTF8" -> StandardCharsets.UTF_8;
            case "ASCII" -> StandardCharsets.US_ASCII;
            default -> StandardCharsets.UTF_16LE;
        };
    }

    private static String decoded(String value, Charset charset) {
        BinaryValue bytes = Conversions.binary(value);
        if (bytes == null) {
            throw new EvaluationException("'" + value + "' is not Base64");
        }
        return new String(bytes.bytes(), charset);
    }

    private static Function toHexadecimal() {
        return declare("ConvertToUTF8Hex", "Writes the UTF-8 bytes of a text in hexadecimal digits.")
                .takes(each("text", STRING, "the text"))
                .gives("A text; nothing for nothing.")
                .example("ConvertToUTF8Hex(\"Hello world!\")", "48656C6C6F20776F726C6421")
                .as(TextBody.ofText(text -> HEXADECIMAL.formatHex(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static Function fromHexadecimal() {
        return declare("ConvertFromUTF8Hex", "Reads a text from the hexadecimal digits of its UTF-8 bytes.")
                .takes(each("digits", STRING, "two digits a byte"))
                .gives("A text; nothing for nothing.")
                .fails("when the digits are no bytes")
                .example("ConvertFromUTF8Hex(\"48656C6C6F20776F726C6421\")", "Hello world!")
                .as(TextBody.ofText(EncodingFunctions::fromHexadecimal));
    }

    private static String fromHexadecimal(String digits) {
        try {
            return new String(HEXADECIMAL.parseHex(digits), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException mistaken) {
            throw new EvaluationException("'" + digits + "' is not a text in hexadecimal digits, two a byte");
        }
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.CONVERSION, name, purpose);
    }
}
