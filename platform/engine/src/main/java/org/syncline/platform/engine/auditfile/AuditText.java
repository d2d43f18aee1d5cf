package org.syncline.platform.engine.auditfile;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.Conversion;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Values and texts as audit files hold them. */
final class AuditText {
    private AuditText() {}

    /** Whether XML holds a text as it is; line ends other than LF it does not. */
    static boolean isPlain(String text) {
        return text.codePoints().allMatch(letter -> letter == '\n'
                || letter == '\t'
                || letter >= ' ' && letter < 0xD800
                || letter > 0xDFFF && letter < 0xFFFE
                || letter > 0xFFFF);
    }

    static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if it is no Base64 */
    static String decoded(String text) {
        return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    }

    /**
     * A value of an attribute.
     *
     * @param byDn whether a reference names its target by its DN
     * @return null if the text means none
     */
    static Value value(AttributeType type, String text, boolean byDn) {
        return switch (type) {
            case BINARY -> binary(text);
            case REFERENCE -> byDn ? ReferenceValue.toDn(text) : ReferenceValue.toKey(text);
            case STRING, INTEGER, BOOLEAN, DATE -> Conversion.to(type, new TextValue(text));
        };
    }

    private static Value binary(String text) {
        try {
            return new BinaryValue(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
