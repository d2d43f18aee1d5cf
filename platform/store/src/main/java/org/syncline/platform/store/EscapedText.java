package org.syncline.platform.store;

/** Text in columns of PostgreSQL, which holds neither the character 0 nor half a surrogate pair: they stand there as an escape and four digits. */
final class EscapedText {
    private static final char ESCAPE = '\u001A';
    private static final int LENGTH = 5;

    private EscapedText() {}

    static String escape(String text) {
        if (text == null || isPlain(text)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + LENGTH);
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (isPair(text, at)) {
                escaped.append(one).append(text.charAt(++at));
            } else if (isSpecial(one)) {
                escaped.append(ESCAPE).append(String.format("%04x", (int) one));
            } else {
                escaped.append(one);
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (isSpecial(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpecial(char one) {
        return one == 0 || one == ESCAPE || Character.isSurrogate(one);
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    static String unescape(String text) {
        if (text == null || text.indexOf(ESCAPE) < 0) {
            return text;
        }
        StringBuilder unescaped = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == ESCAPE) {
                unescaped.append((char) Integer.parseInt(text, at + 1, at + LENGTH, 16));
                at += LENGTH - 1;
            } else {
                unescaped.append(one);
            }
        }
        return unescaped.toString();
    }
}
