package org.syncline.connectors.script.program;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.syncline.connectors.script.form.Fields;
import org.syncline.connectors.script.form.Nonsense;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Messages as lines of JSON. */
final class Json {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Json() {}

    static byte[] write(Map<String, Object> message) {
        return MAPPER.writeValueAsBytes(message);
    }

    /** @throws Nonsense if the line is not one JSON object in UTF-8 */
    static Fields read(byte[] line) {
        String text = text(line);
        if (!text.stripLeading().startsWith("{")) {
            throw new Nonsense("expected one JSON object, but it begins with " + begin(text));
        }
        try {
            return new Fields(MAPPER.readValue(text, OBJECT));
        } catch (JacksonException wrong) {
            throw new Nonsense("it is not one JSON object: " + wrong.getOriginalMessage().lines().findFirst().orElse("")
                    + (wrong.getLocation() == null ? "" : " (column " + wrong.getLocation().getColumnNr() + ")"));
        }
    }

    private static String text(byte[] line) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException otherwise) {
            throw new Nonsense("it is not UTF-8. Have the program write UTF-8, whatever the machine's own encoding is");
        }
    }

    private static String begin(String text) {
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "..." : text) + "'";
    }
}
