package org.syncline.connectors.file.xml;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;

/** The tags of a document and what stands between them, each as it is written. */
final class Markup implements Closeable {
    /** What a piece is. */
    enum Kind {
        TEXT,
        START,
        EMPTY,
        END,
        COMMENT,
        DOCTYPE
    }

    private static final int NONE = -1;
    private static final int MOST_CHARACTERS = 32 << 20;
    private static final int SHOWN = 40;

    private final Reader reader;
    private final StringBuilder text = new StringBuilder();
    private final char[] buffer = new char[1 << 14];
    private int at;
    private int limit;
    private Kind kind;
    private long line = 1;
    private long nextLine = 1;

    Markup(Reader reader) {
        this.reader = reader;
    }

    /** Goes to the next piece; false at the end. */
    boolean next() throws IOException {
        text.setLength(0);
        line = nextLine;
        int first = peek();
        if (first == NONE) {
            return false;
        }
        if (first == '<') {
            readTag();
        } else {
            readText();
        }
        return true;
    }

    private void readText() throws IOException {
        kind = Kind.TEXT;
        while (peek() != NONE && peek() != '<') {
            take();
        }
    }

    private void readTag() throws IOException {
        take();
        if (peek() == '!' || peek() == '?') {
            readSpecial();
        } else {
            readThrough('>');
            boolean isEmpty = text.length() > 2 && text.charAt(text.length() - 2) == '/';
            kind = text.charAt(1) == '/' ? Kind.END : isEmpty ? Kind.EMPTY : Kind.START;
        }
    }

    private void readSpecial() throws IOException {
        take();
        if (text.charAt(1) == '?') {
            kind = Kind.COMMENT;
            readUntil("?>");
            return;
        }
        while (text.length() < "<![CDATA[".length() && peek() != NONE && peek() != '>' && !isComment()) {
            take();
        }
        if (isComment()) {
            kind = Kind.COMMENT;
            readUntil("-->");
        } else if (text.toString().equals("<![CDATA[")) {
            kind = Kind.TEXT;
            readUntil("]]>");
        } else {
            kind = Kind.DOCTYPE;
            readThrough('>');
        }
    }

    private boolean isComment() {
        return text.length() == "<!--".length() && text.charAt(2) == '-' && text.charAt(3) == '-';
    }

    private void readUntil(String end) throws IOException {
        int from = text.length();
        while (text.length() - from < end.length() || text.indexOf(end, text.length() - end.length()) < 0) {
            demandMore();
        }
    }

    /** Reads on to a character that is not in quotes. */
    private void readThrough(char end) throws IOException {
        char quote = 0;
        while (quote != 0 || text.charAt(text.length() - 1) != end) {
            demandMore();
            char character = text.charAt(text.length() - 1);
            if (quote == 0 && (character == '"' || character == '\'')) {
                quote = character;
            } else if (quote == character) {
                quote = 0;
            }
        }
    }

    private void demandMore() throws IOException {
        if (peek() == NONE || text.length() > MOST_CHARACTERS) {
            throw new EOFException("'" + text.substring(0, Math.min(SHOWN, text.length())) + "' is never ended.");
        }
        take();
    }

    private int peek() throws IOException {
        if (at == limit) {
            limit = Math.max(reader.read(buffer, 0, buffer.length), 0);
            at = 0;
        }
        return at == limit ? NONE : buffer[at];
    }

    private void take() {
        char character = buffer[at++];
        text.append(character);
        nextLine += character == '\n' ? 1 : 0;
    }

    Kind kind() {
        return kind;
    }

    String text() {
        return text.toString();
    }

    boolean isBlank() {
        return kind == Kind.TEXT && text.chars().allMatch(Character::isWhitespace);
    }

    /** The name in a tag. */
    String name() {
        int from = kind == Kind.END ? 2 : 1;
        int to = from;
        while (to < text.length() && !Character.isWhitespace(text.charAt(to)) && "/>".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }

    /** The line the piece begins in. */
    long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
