package org.syncline.schema.identity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One attribute of a relative distinguished name and its value (RFC 4514, section 2.3).
 *
 * @param attribute as it is spelled
 * @param value without its escapes; empty where none is written
 */
public record RelativeName(String attribute, String value) {

    /** The parts of a relative name, of which most have one: {@code cn=Ann+uid=a7} has two. */
    public static List<RelativeName> of(String rdn) {
        List<RelativeName> parts = new ArrayList<>(1);
        int from = 0;
        for (int at = 0; at < rdn.length(); at++) {
            if (rdn.charAt(at) == '\\') {
                at++;
            } else if (rdn.charAt(at) == '+') {
                parts.add(part(rdn.substring(from, at)));
                from = at + 1;
            }
        }
        parts.add(part(rdn.substring(from)));
        return parts;
    }

    private static RelativeName part(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new RelativeName(text.strip(), "")
                : new RelativeName(text.substring(0, equals).strip(), unescape(text.substring(equals + 1)));
    }

    private static String unescape(String text) {
        String value = withoutLooseSpace(text);
        if (value.indexOf('\\') < 0) {
            return value;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
        for (int at = 0; at < value.length(); at++) {
            boolean escaped = value.charAt(at) == '\\' && at + 1 < value.length();
            if (escaped && isHexadecimal(value, at + 1)) {
                bytes.write(Integer.parseInt(value, at + 1, at + 3, 16));
                at += 2;
            } else {
                at += escaped ? 1 : 0;
                int end = value.offsetByCodePoints(at, 1);
                bytes.writeBytes(value.substring(at, end).getBytes(StandardCharsets.UTF_8));
                at = end - 1;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String withoutLooseSpace(String text) {
        String value = text.strip();
        boolean endsEscaped = backslashesAtEnd(value) % 2 == 1 && text.stripTrailing().length() < text.length();
        return endsEscaped ? value + " " : value;
    }

    private static int backslashesAtEnd(String value) {
        int count = 0;
        while (count < value.length() && value.charAt(value.length() - 1 - count) == '\\') {
            count++;
        }
        return count;
    }

    private static boolean isHexadecimal(String text, int at) {
        return at + 1 < text.length()
                && Character.digit(text.charAt(at), 16) >= 0
                && Character.digit(text.charAt(at + 1), 16) >= 0;
    }
}
