package org.syncline.connectors.file.delimited;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Splits text into rows, so that a row with broken quoting is lost alone.
 *
 * <p>A quoted value may span lines. A quote that is never closed would swallow the rest of the file: a value is taken as broken when it
 * runs to the end of the file, over more than {@value #MOST_LINES} lines, when something follows its closing quote, or when the row
 * it makes has another number of columns than the file. Then the row ends with the line in which the quote was opened, and the next
 * line begins a new one.
 */
final class RowSplitter implements AutoCloseable {
    static final int MOST_LINES = 256;
    static final int MOST_CHARACTERS = 8 << 20;

    private final Reader reader;
    private final RowScan scan;
    private int columns;
    private char[] buffer = new char[1 << 16];
    private int limit;
    private boolean ended;

    private int start;
    private int next;
    private long line;
    private long nextLine = 1;
    private boolean inOverlongLine;
    private boolean held;

    RowSplitter(Reader reader, Dialect dialect) {
        this.reader = reader;
        this.scan = new RowScan(dialect);
    }

    /** How many columns a row that spans lines must have. */
    void expectColumns(int count) {
        columns = count;
    }

    /** Skips blank rows; whether there is another one, which the next advance goes to. */
    boolean hasMore() throws IOException {
        boolean more = advance();
        while (more && kind() == RowKind.BLANK) {
            more = advance();
        }
        held = more;
        return more;
    }

    /** Goes to the next row; false at the end of the file. */
    boolean advance() throws IOException {
        if (held) {
            held = false;
            return true;
        }
        leaveOverlongLine();
        if (next == limit && !more()) {
            return false;
        }
        findEnd();
        take();
        return true;
    }

    private void findEnd() throws IOException {
        while (!scan.scan(buffer, next, limit, ended, columns)) {
            if (limit - next >= MOST_CHARACTERS) {
                scan.giveUp();
                inOverlongLine = scan.kind() == RowKind.TOO_LONG;
                return;
            }
            more();
        }
    }

    private void take() {
        start = next;
        next = scan.end();
        line = nextLine;
        nextLine += inOverlongLine ? 0 : scan.linesBefore() + 1;
    }

    private void leaveOverlongLine() throws IOException {
        while (inOverlongLine && (next < limit || more())) {
            inOverlongLine = buffer[next++] != '\n';
            nextLine += inOverlongLine ? 0 : 1;
        }
    }

    /** Reads on behind the row that has begun; false at the end of the file. */
    private boolean more() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        limit -= next;
        next = 0;
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, limit * 2);
        }
        int before = limit;
        while (!ended && limit < buffer.length) {
            int count = reader.read(buffer, limit, buffer.length - limit);
            limit += Math.max(count, 0);
            ended = count < 0;
        }
        return limit > before;
    }

    RowKind kind() {
        return scan.kind();
    }

    boolean isUndecodable() {
        return scan.isUndecodable();
    }

    /** The line the row begins in. */
    long line() {
        return line;
    }

    /** The last line of the row; of a malformed one, the line with the quote that is wrong. */
    long lastLine() {
        return line + scan.linesBefore();
    }

    char[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return next - start;
    }

    /** The row as it stands in the file, with its line end. */
    String text() {
        return new String(buffer, start, next - start);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
