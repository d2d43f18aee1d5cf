package org.syncline.connectors.file;

/** How lines end. */
public final class LineEnd {
    private LineEnd() {}

    /** The end of a line; a line feed if it has none. */
    public static String of(String line) {
        if (line.endsWith("\r\n")) {
            return "\r\n";
        }
        return line.endsWith("\r") ? "\r" : "\n";
    }

    /** The first line end in a text; a line feed if it has none. */
    public static String firstIn(String text) {
        String rest = text.substring(before(text).length());
        return of(rest.startsWith("\r\n") ? "\r\n" : rest.substring(0, Math.min(1, rest.length())));
    }

    /** What stands before the first line end. */
    public static String before(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(0, end);
    }

    /** The text with a line end, if it has none. */
    public static String terminated(String text, String lineEnd) {
        return text.endsWith("\n") || text.endsWith("\r") ? text : text + lineEnd;
    }
}
