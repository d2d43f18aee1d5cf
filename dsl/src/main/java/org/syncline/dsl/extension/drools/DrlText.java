package org.syncline.dsl.extension.drools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.syncline.dsl.ruleset.RuleLocation;

/** The text of a rule file, in words: what stands in comments is left out. */
final class DrlText {
    private final String file;
    private final String text;
    private final int[] lines;
    private final List<RuleLocation> origins;
    private final List<Token> tokens = new ArrayList<>();

    /** What a part of the text is. */
    enum Kind {
        WORD,
        NUMBER,
        /** Between quotes, which are not part of it. */
        LITERAL,
        SIGN
    }

    record Token(Kind kind, String text, int offset) {
        boolean is(String sought) {
            return kind != Kind.LITERAL && text.equals(sought);
        }
    }

    DrlText(String file, String text) {
        this(file, text, List.of());
    }

    /** @param origins where each line comes from, for a text that was made of something else; empty for none */
    DrlText(String file, String text, List<RuleLocation> origins) {
        this.file = file;
        this.text = text;
        this.lines = lines(text);
        this.origins = List.copyOf(origins);
        tokenize();
    }

    private static int[] lines(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            starts.add(end + 1);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private void tokenize() {
        int at = 0;
        while (at < text.length()) {
            at = next(at);
        }
    }

    private int next(int at) {
        char first = text.charAt(at);
        if (Character.isWhitespace(first)) {
            return at + 1;
        }
        if (text.startsWith("//", at)) {
            return endOf("\n", at);
        }
        if (text.startsWith("/*", at)) {
            return endOf("*/", at + 2);
        }
        if (first == '"' || first == '\'') {
            return literal(at);
        }
        return Character.isJavaIdentifierPart(first) ? word(at) : add(Kind.SIGN, at, at + 1);
    }

    private int endOf(String sought, int from) {
        int found = text.indexOf(sought, from);
        return found < 0 ? text.length() : found + sought.length();
    }

    private int word(int begin) {
        int end = begin;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return add(Character.isDigit(text.charAt(begin)) ? Kind.NUMBER : Kind.WORD, begin, end);
    }

    private int literal(int begin) {
        int end = begin + 1;
        while (end < text.length() && text.charAt(end) != text.charAt(begin)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        tokens.add(new Token(Kind.LITERAL, text.substring(begin + 1, Math.min(end, text.length())), begin + 1));
        return end + 1;
    }

    private int add(Kind kind, int begin, int end) {
        tokens.add(new Token(kind, text.substring(begin, end), begin));
        return end;
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    List<Token> tokens() {
        return tokens;
    }

    /** Where a character stands. */
    RuleLocation location(int offset) {
        int line = line(offset);
        return line <= origins.size()
                ? origins.get(line - 1)
                : new RuleLocation(file, line, offset - startOf(line) + 1);
    }

    int line(int offset) {
        int found = Arrays.binarySearch(lines, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Where a line begins. */
    int startOf(int line) {
        return lines[Math.clamp(line, 1, lines.length) - 1];
    }

    /** The first character of a line that is not blank. */
    int offset(int line) {
        int at = startOf(line);
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
