package org.syncline.dsl.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes of a file as text: in the encoding of its byte order mark, of its XML declaration, or in UTF-8. */
final class FileText {
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"'>]*)[\"']");
    private static final int LONGEST_DECLARATION = 200;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * What came of decoding.
     *
     * @param text all of it, or what stands before the first byte that cannot be decoded
     * @param problem why it cannot be decoded; null if it can
     * @param suggestion how to mend it; null for nothing
     */
    record Decoded(String text, String problem, String suggestion) {}

    private FileText() {}

    static Decoded of(byte[] bytes) {
        String declared = declared(bytes);
        try {
            return decode(bytes, Charset.forName(declared));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return new Decoded("", "Unknown encoding " + declared, "save the file as UTF-8");
        }
    }

    /** The encoding that a file says it has. */
    static Charset charset(byte[] bytes) {
        return Charset.forName(declared(bytes));
    }

    private static String declared(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16.name();
        }
        int length = Math.min(bytes.length, LONGEST_DECLARATION);
        Matcher found = DECLARED.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        return found.find() ? found.group(1) : StandardCharsets.UTF_8.name();
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static Decoded decode(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        String read = withoutByteOrderMark(text.flip().toString());
        return result.isError()
                ? new Decoded(read, "The file is not " + charset.name() + " from here on", suggestion(charset))
                : new Decoded(read, null, null);
    }

    private static String withoutByteOrderMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String suggestion(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8)
                ? "save it as UTF-8, or begin it with <?xml version=\"1.0\" encoding=\"windows-1252\"?>"
                : null;
    }
}
