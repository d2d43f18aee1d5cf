package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.List;

/**
 * Where one tag stands in the text of a file. Parsers know this only roughly.
 *
 * @param begin offset of its {@code <}
 * @param end offset after its {@code >}
 */
record Tag(Kind kind, int begin, int end) {

    /** What a tag does. */
    enum Kind {
        START,
        EMPTY,
        END
    }

    /** The tags of a text in their order; up to where it ceases to be well-formed. */
    static List<Tag> in(String text) {
        List<Tag> tags = new ArrayList<>();
        int at = text.indexOf('<');
        while (at >= 0) {
            int end = end(text, at);
            if (end < 0) {
                break;
            }
            if (isTag(text, at)) {
                tags.add(new Tag(kind(text, at, end), at, end));
            }
            at = text.indexOf('<', end);
        }
        return tags;
    }

    private static boolean isTag(String text, int at) {
        return !text.startsWith("<!", at) && !text.startsWith("<?", at);
    }

    private static Kind kind(String text, int begin, int end) {
        return text.startsWith("</", begin) ? Kind.END : text.charAt(end - 2) == '/' ? Kind.EMPTY : Kind.START;
    }

    private static int end(String text, int at) {
        if (text.startsWith("<!--", at)) {
            return after(text, "-->", at + 4);
        }
        if (text.startsWith("<![CDATA[", at)) {
            return after(text, "]]>", at);
        }
        return text.startsWith("<?", at) ? after(text, "?>", at) : endOfTag(text, at);
    }

    private static int after(String text, String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? -1 : at + end.length();
    }

    private static int endOfTag(String text, int begin) {
        char quote = 0;
        for (int at = begin; at < text.length(); at++) {
            char character = text.charAt(at);
            if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '"' || character == '\'') {
                quote = character;
            } else if (character == '>') {
                return at + 1;
            }
        }
        return -1;
    }

    /** The name in the tag. */
    String name(String text) {
        int from = kind == Kind.END ? begin + 2 : begin + 1;
        int to = from;
        while (to < end && " \t\r\n/>".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }
}
