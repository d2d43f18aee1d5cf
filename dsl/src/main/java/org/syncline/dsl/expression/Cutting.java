package org.syncline.dsl.expression;

/**
 * Takes parts of texts.
 *
 * <p>Characters are counted as Unicode does: one of two code units counts once and is never cut in half.
 */
final class Cutting {
    private Cutting() {}

    static long length(String text) {
        return text.codePointCount(0, text.length());
    }

    static String left(String text, long count) {
        return count < 0 || count >= text.length() ? text : text.substring(0, index(text, count));
    }

    static String right(String text, long count) {
        return count < 0 || count >= text.length()
                ? text
                : text.substring(index(text, Math.max(0, length(text) - count)));
    }

    static String mid(String text, long start, long count) {
        if (count < 0 || start <= 0 || start > length(text)) {
            return text;
        }
        String rest = text.substring(index(text, start - 1));
        return left(rest, count);
    }

    /** Where in the text a number of characters ends; its end if it has not so many. */
    static int index(String text, long characters) {
        return characters >= length(text) ? text.length() : text.offsetByCodePoints(0, (int) characters);
    }

    static String trim(String text) {
        int end = end(text);
        int start = start(text, end);
        return start == 0 && end == text.length() ? text : text.substring(start, end);
    }

    static String trimStart(String text) {
        return text.substring(start(text, text.length()));
    }

    static String trimEnd(String text) {
        return text.substring(0, end(text));
    }

    private static int start(String text, int end) {
        int start = 0;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static int end(String text) {
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    static String word(String text, long number, String delimiters) {
        int end = -1;
        for (long found = 0; found < number; found++) {
            int start = end + 1;
            while (start < text.length() && delimiters.indexOf(text.charAt(start)) >= 0) {
                start++;
            }
            if (start >= text.length()) {
                return "";
            }
            end = wordEnd(text, start, delimiters);
            if (found == number - 1) {
                return text.substring(start, end);
            }
        }
        return "";
    }

    private static int wordEnd(String text, int start, String delimiters) {
        int end = start;
        while (end < text.length() && delimiters.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** White space as .NET sees it: also the spaces that do not break. */
    static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\u0085';
    }
}
