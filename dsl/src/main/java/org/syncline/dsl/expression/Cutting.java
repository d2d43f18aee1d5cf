package org.syncline.dsl.expression;

/**
 * Takes parts of texts.
 *
 * <p>Characters are counted as Unicode does: one of two code units counts once and is never cut in half.
 */
final class Cutting {
    private static final char DELETE = 127;

    private Cutting() {}

    static long length(String text) {
        return text.codePointCount(0, text.length());
    }

    static String left(String text, long count) {
        return count < 0 || count >= text.length() ? text : part(text, 0, count, length(text));
    }

    static String right(String text, long count) {
        long length = length(text);
        return count < 0 || count >= length ? text : part(text, length - count, length, length);
    }

    static String mid(String text, long start, long count) {
        long length = length(text);
        if (count < 0 || start <= 0 || start > length) {
            return text;
        }
        long first = start - 1;
        return part(text, first, count > length - first ? length : first + count, length);
    }

    /** From one character up to another, of as many as the text has; beyond its end there is nothing. */
    private static String part(String text, long from, long to, long length) {
        if (to >= length) {
            return from == 0 ? text : text.substring(index(text, from, length));
        }
        return text.substring(index(text, from, length), index(text, to, length));
    }

    /** Where in the text a number of characters ends; its end if it has not so many. */
    static int index(String text, long characters) {
        long length = length(text);
        return characters >= length ? text.length() : index(text, characters, length);
    }

    private static int index(String text, long characters, long length) {
        return length == text.length() ? (int) characters : text.offsetByCodePoints(0, (int) characters);
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
        if (delimiters.length() == 1) {
            return word(text, number, delimiters.charAt(0));
        }
        int end = 0;
        for (long found = 1; found <= number; found++) {
            int start = wordStart(text, end, delimiters);
            if (start == text.length()) {
                return "";
            }
            end = wordEnd(text, start, delimiters);
            if (found == number) {
                return text.substring(start, end);
            }
        }
        return "";
    }

    /** The commonest case: what stands before or behind the @ of an address. */
    private static String word(String text, long number, char delimiter) {
        int start = 0;
        for (long left = number; left > 0; left--) {
            while (start < text.length() && text.charAt(start) == delimiter) {
                start++;
            }
            int end = text.indexOf(delimiter, start);
            if (end < 0) {
                return left == 1 ? text.substring(start) : "";
            }
            if (left == 1) {
                return text.substring(start, end);
            }
            start = end;
        }
        return "";
    }

    private static int wordStart(String text, int from, String delimiters) {
        int start = from;
        while (start < text.length() && delimiters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start;
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
        if (character > ' ' && character < DELETE) {
            return false;
        }
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\u0085';
    }
}
