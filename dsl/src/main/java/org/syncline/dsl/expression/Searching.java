package org.syncline.dsl.expression;

/** Finds texts in texts; places are counted in characters from 1, 0 is nowhere. */
final class Searching {
    private Searching() {}

    static long first(String text, String search, long start, boolean ignoreCase) {
        if (start < 1) {
            throw new EvaluationException("InStr cannot begin at " + start + ": the first character is 1");
        }
        int from = start == 1 ? 0 : Cutting.index(text, start - 1);
        if (from == text.length()) {
            return 0;
        }
        if (ignoreCase) {
            return place(text, indexIgnoringCase(text, search, from));
        }
        return place(text, search.length() == 1 ? text.indexOf(search.charAt(0), from) : text.indexOf(search, from));
    }

    static long last(String text, String search, long start, boolean ignoreCase) {
        if (start < -1 || start == 0) {
            throw new EvaluationException("InStrRev cannot end at " + start + ": the first character is 1");
        }
        int end = start < 0 ? text.length() : Cutting.index(text, start);
        String searched = text.substring(0, end);
        return place(text, ignoreCase ? lastIndexIgnoringCase(searched, search) : searched.lastIndexOf(search));
    }

    static boolean contains(String text, String search, boolean ignoreCase) {
        return ignoreCase ? indexIgnoringCase(text, search, 0) >= 0 : text.contains(search);
    }

    static boolean startsWith(String text, String search, boolean ignoreCase) {
        return text.regionMatches(ignoreCase, 0, search, 0, search.length());
    }

    static boolean endsWith(String text, String search, boolean ignoreCase) {
        return text.regionMatches(ignoreCase, text.length() - search.length(), search, 0, search.length());
    }

    static boolean same(String text, String other, boolean ignoreCase) {
        return ignoreCase ? text.equalsIgnoreCase(other) : text.equals(other);
    }

    private static int indexIgnoringCase(String text, String search, int from) {
        for (int at = from; at <= text.length() - search.length(); at++) {
            if (text.regionMatches(true, at, search, 0, search.length())) {
                return at;
            }
        }
        return -1;
    }

    private static int lastIndexIgnoringCase(String text, String search) {
        for (int at = text.length() - search.length(); at >= 0; at--) {
            if (text.regionMatches(true, at, search, 0, search.length())) {
                return at;
            }
        }
        return -1;
    }

    private static long place(String text, int index) {
        return index < 0 ? 0 : text.codePointCount(0, index) + 1L;
    }
}
