package org.syncline.connectors.file;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** The lines of a text, each with its end. One that is too long to be held comes in several parts that cannot be read. */
public final class Lines implements TextParts {
    private static final int MOST_CHARACTERS = 8 << 20;

    private final Reader reader;
    private char[] buffer = new char[1 << 16];
    private int limit;
    private boolean ended;

    private int start;
    private int end;
    private int next;
    private long line;
    private boolean isWhole = true;
    private boolean isContinued;
    private boolean isUndecodable;

    public Lines(Reader reader) {
        this.reader = reader;
    }

    @Override
    public boolean advance() throws IOException {
        isContinued = !isWhole;
        isUndecodable = false;
        start = next;
        end = start;
        while (!findEnd()) {
            if (limit - start >= MOST_CHARACTERS) {
                take(limit, false);
                return true;
            }
            more();
        }
        return next > start;
    }

    /** Looks on for the end of the line; false if more text is needed. */
    private boolean findEnd() {
        for (; end < limit; end++) {
            char character = buffer[end];
            if (character == '\n' || character == '\r' && (ended || end + 1 < limit)) {
                boolean isCrLf = character == '\r' && end + 1 < limit && buffer[end + 1] == '\n';
                take(isCrLf ? end + 2 : end + 1, true);
                return true;
            }
            if (character == '\r') {
                return false;
            }
            if (character >= Character.MIN_LOW_SURROGATE && MarkingReader.isMark(buffer, end, start)) {
                isUndecodable = true;
            }
        }
        if (ended) {
            take(limit, true);
        }
        return ended;
    }

    private void take(int to, boolean whole) {
        next = to;
        isWhole = whole;
        line += isContinued || to == start ? 0 : 1;
    }

    private void more() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, limit - start);
        limit -= start;
        end -= start;
        start = 0;
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, limit * 2);
        }
        int count = reader.read(buffer, limit, buffer.length - limit);
        limit += Math.max(count, 0);
        ended = count < 0;
    }

    @Override
    public String text() {
        return new String(buffer, start, next - start);
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public boolean isBlank() {
        int at = start;
        while (at < next && Character.isWhitespace(buffer[at])) {
            at++;
        }
        return at == next && !isContinued;
    }

    @Override
    public String complaint() {
        return isWhole && !isContinued
                ? null
                : "The line is longer than " + MOST_CHARACTERS
                        + " characters. Is this the right file, with line breaks?";
    }

    @Override
    public boolean isUndecodable() {
        return isUndecodable;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
