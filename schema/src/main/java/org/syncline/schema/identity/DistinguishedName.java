package org.syncline.schema.identity;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Distinguished names as text (RFC 4514), without parsing more than is needed.
 *
 * <p>Distinguished names are compared millions of times; the common spelling (no spaces around separators) takes a path that only folds case.
 */
public final class DistinguishedName {
    private DistinguishedName() {}

    /**
     * The form in which distinguished names are compared: lower case, no spaces around {@code ,}, {@code +} and {@code =}, and
     * characters that a server may escape by their code ({@code \\2C}) escaped as themselves ({@code \\,}).
     */
    public static String normalize(String dn) {
        String spelled = dn.indexOf('\\') < 0 ? dn : withoutCodes(dn);
        return (hasLooseSpace(spelled) ? withoutLooseSpace(spelled) : spelled).toLowerCase(Locale.ROOT);
    }

    private static String withoutCodes(String dn) {
        StringBuilder spelled = new StringBuilder(dn.length());
        for (int at = 0; at < dn.length(); at++) {
            int end = at;
            while (isCode(dn, end)) {
                end += 3;
            }
            if (end > at) {
                byte[] bytes = HexFormat.of().parseHex(dn.substring(at, end).replace("\\", ""));
                boolean edge =
                        end == dn.length() || isSeparator(dn.charAt(end)) || at == 0 || isSeparator(dn.charAt(at - 1));
                spelled.append(escape(new String(bytes, StandardCharsets.UTF_8), edge));
                at = end - 1;
            } else {
                spelled.append(dn.charAt(at));
                if (dn.charAt(at) == '\\' && at + 1 < dn.length()) {
                    spelled.append(dn.charAt(++at));
                }
            }
        }
        return spelled.toString();
    }

    private static boolean isCode(String dn, int at) {
        return at + 2 < dn.length()
                && dn.charAt(at) == '\\'
                && HexFormat.isHexDigit(dn.charAt(at + 1))
                && HexFormat.isHexDigit(dn.charAt(at + 2));
    }

    private static boolean isSeparator(char character) {
        return ",+=;".indexOf(character) >= 0;
    }

    /** The first relative name, such as {@code cn=Ann}. */
    public static String rdn(String dn) {
        int comma = separator(dn, 0);
        return comma < 0 ? dn : dn.substring(0, comma);
    }

    /** All but the first relative name; empty for a name of one part. */
    public static String parent(String dn) {
        int comma = separator(dn, 0);
        return comma < 0 ? "" : dn.substring(comma + 1).strip();
    }

    /** The name in another container, of what stands directly in this one; any other name as it is. */
    public static String moved(String dn, String container, String other) {
        return normalize(parent(dn)).equals(normalize(container)) ? rdn(dn) + "," + other : dn;
    }

    /** Whether a name is this container's, or lies below it at any depth; spelling does not matter. */
    public static boolean isWithin(String dn, String container) {
        String name = normalize(dn);
        String above = normalize(container);
        int comma = name.length() - above.length() - 1;
        return name.equals(above)
                || comma > 0 && name.charAt(comma) == ',' && name.endsWith(above) && !isEscaped(name, comma);
    }

    private static boolean isEscaped(String dn, int at) {
        int backslashes = 0;
        while (at > backslashes && dn.charAt(at - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** The number of relative names; 0 for the empty name. */
    public static int depth(String dn) {
        if (dn.isEmpty()) {
            return 0;
        }
        int depth = 1;
        for (int at = separator(dn, 0); at >= 0; at = separator(dn, at + 1)) {
            depth++;
        }
        return depth;
    }

    /** A value escaped so that it can stand in a relative name (RFC 4514, section 2.4). */
    public static String escape(String value) {
        return escape(value, true);
    }

    /** @param edge whether the value begins and ends where a relative name does, so that spaces there count */
    private static String escape(String value, boolean edge) {
        StringBuilder escaped = null;
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            boolean special = ",+\"\\<>;=".indexOf(character) >= 0
                    || edge && character == '#' && at == 0
                    || edge && character == ' ' && (at == 0 || at == value.length() - 1);
            boolean control = character < ' ';
            if ((special || control) && escaped == null) {
                escaped = new StringBuilder(value.length() + 8).append(value, 0, at);
            }
            if (control) {
                escaped.append('\\').append(String.format("%02X", (int) character));
            } else if (escaped != null) {
                escaped.append(special ? "\\" : "").append(character);
            }
        }
        return escaped == null ? value : escaped.toString();
    }

    private static int separator(String dn, int from) {
        boolean quoted = false;
        for (int at = from; at < dn.length(); at++) {
            switch (dn.charAt(at)) {
                case '\\' -> at++;
                case '"' -> quoted = !quoted;
                case ',', ';' -> {
                    if (!quoted) {
                        return at;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    private static boolean hasLooseSpace(String dn) {
        for (int at = dn.indexOf(' '); at >= 0; at = dn.indexOf(' ', at + 1)) {
            if (isLoose(dn, at)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutLooseSpace(String dn) {
        StringBuilder tight = new StringBuilder(dn.length());
        for (int at = 0; at < dn.length(); at++) {
            if (dn.charAt(at) != ' ' || !isLoose(dn, at)) {
                tight.append(dn.charAt(at));
            }
        }
        return tight.toString();
    }

    private static boolean isLoose(String dn, int at) {
        int before = at;
        while (before > 0 && dn.charAt(before - 1) == ' ') {
            before--;
        }
        if (before == 0 || isUnescapedSeparator(dn, before - 1)) {
            return true;
        }
        int after = at;
        while (after < dn.length() && dn.charAt(after) == ' ') {
            after++;
        }
        boolean escaped = dn.charAt(before - 1) == '\\' && before == at;
        return !escaped && (after == dn.length() || ",+=;".indexOf(dn.charAt(after)) >= 0);
    }

    private static boolean isUnescapedSeparator(String dn, int at) {
        return ",+=;".indexOf(dn.charAt(at)) >= 0 && (at == 0 || dn.charAt(at - 1) != '\\');
    }
}
