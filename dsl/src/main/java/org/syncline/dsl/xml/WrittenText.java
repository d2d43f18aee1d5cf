package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.List;

/** The text between a tag and the next, as a parser sees it, with the offset in the file of each of its characters. */
final class WrittenText {
    private final String file;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> offsets = new ArrayList<>();
    private int end;

    private WrittenText(String file) {
        this.file = file;
    }

    /** What stands after an offset, up to the next tag. */
    static WrittenText after(int offset, String file) {
        WrittenText written = new WrittenText(file);
        int at = offset;
        while (at >= 0 && at < file.length()) {
            written.end = at;
            at = written.take(at);
        }
        return written;
    }

    /** The offset in the file of a character; of what follows the text for one behind it. */
    int offset(int index) {
        return index < offsets.size() ? offsets.get(index) : end;
    }

    String text() {
        return text.toString();
    }

    private int take(int at) {
        if (file.startsWith("<![CDATA[", at)) {
            int end = file.indexOf("]]>", at);
            takeAll(at + "<![CDATA[".length(), end);
            return end + 3;
        }
        if (file.startsWith("<!--", at)) {
            return file.indexOf("-->", at + 4) + 3;
        }
        if (file.startsWith("<?", at)) {
            return file.indexOf("?>", at) + 2;
        }
        return file.charAt(at) == '<' ? -1 : file.charAt(at) == '&' ? takeEntity(at) : takeCharacter(at);
    }

    private void takeAll(int from, int to) {
        int at = from;
        while (at < to) {
            at = takeCharacter(at);
        }
    }

    private int takeCharacter(int at) {
        if (file.charAt(at) != '\r') {
            add(file.charAt(at), at);
        } else if (!file.startsWith("\n", at + 1)) {
            add('\n', at);
        }
        return at + 1;
    }

    private int takeEntity(int at) {
        int end = file.indexOf(';', at);
        for (char character : character(file.substring(at + 1, end)).toCharArray()) {
            add(character, at);
        }
        return end + 1;
    }

    private static String character(String entity) {
        return switch (entity) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> Character.toString(
                    entity.startsWith("#x")
                            ? Integer.parseInt(entity.substring(2), 16)
                            : Integer.parseInt(entity.substring(1)));
        };
    }

    private void add(char character, int offset) {
        text.append(character);
        offsets.add(offset);
    }
}
