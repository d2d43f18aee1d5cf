package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.choice;
import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.schema.identity.AttributeType.BINARY;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** The functions that make short identifiers of long values. Not for passwords: a hash of those can be guessed. */
final class HashFunctions {
    private static final Map<String, String> ALGORITHMS = Map.of(
            "SHA256", "SHA-256", "SHA384", "SHA-384", "SHA512", "SHA-512", "SHA1", "SHA-1", "MD5", "MD5");

    private HashFunctions() {}

    static List<Function> functions() {
        return List.of(new Declaration(Group.CONVERSION, "Hash",
                "A number that is as good as unique for a value, and the same for the same value.")
                .takes(
                        each("value", STRING, "a text, of which the UTF-8 bytes count, or binary data").or(BINARY),
                        choice("algorithm", "the hash function", "SHA256", "SHA384", "SHA512", "SHA1", "MD5"))
                .gives("Hexadecimal digits in lower case; nothing for nothing.")
                .from(Origin.SYNCLINE)
                .example("Hash(\"abc\")", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .example("Left(Hash(\"abc\", SHA1), 8)", "a9993e36")
                .as(arguments -> {
                    String algorithm = ALGORITHMS.get(arguments.constantText(1));
                    return ConversionFunctions.converting(Shape.TEXT, value -> hash(value, algorithm)).bind(arguments);
                }));
    }

    private static Value hash(Value value, String algorithm) {
        byte[] bytes = value instanceof BinaryValue binary
                ? binary.bytes()
                : Reading.text(value).getBytes(StandardCharsets.UTF_8);
        try {
            return new TextValue(HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
