package org.syncline.connectors.file.delimited;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The text of a file without blank and malformed rows.
 *
 * <p>It tells the line of each row itself: FastCSV counts a line too few for a quoted value with CR, text and LF.
 */
final class WellFormedRows extends Reader {
    /**
     * A well-formed row.
     *
     * @param line it begins in
     * @param undecodable whether it holds bytes that could not be decoded
     */
    record Begun(long line, boolean undecodable) {}

    /** A malformed row that was left out. */
    record LeftOut(long line, RowKind kind) {}

    private final RowSplitter splitter;
    private final Deque<LeftOut> leftOut = new ArrayDeque<>();
    private final Deque<Begun> begun = new ArrayDeque<>();
    private char[] text = {};
    private int at;
    private int end;

    WellFormedRows(RowSplitter splitter) {
        this.splitter = splitter;
    }

    /** The next malformed row that stands before a line, or null. */
    LeftOut leftOutBefore(long line) {
        return leftOut.isEmpty() || leftOut.peek().line() >= line ? null : leftOut.poll();
    }

    /** Goes on to the next row that the reader of this text has read. */
    Begun nextRow() {
        return begun.remove();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int written = 0;
        while (written < length && (at < end || advance())) {
            int count = Math.min(length - written, end - at);
            System.arraycopy(text, at, target, offset + written, count);
            at += count;
            written += count;
        }
        return written == 0 && length > 0 ? -1 : written;
    }

    private boolean advance() throws IOException {
        while (splitter.advance()) {
            if (splitter.kind() == RowKind.WELL_FORMED) {
                deliver();
                return true;
            }
            if (splitter.kind() != RowKind.BLANK) {
                leftOut.add(new LeftOut(splitter.lastLine(), splitter.kind()));
            }
        }
        return false;
    }

    private void deliver() {
        begun.add(new Begun(splitter.line(), splitter.isUndecodable()));
        text = splitter.buffer();
        at = splitter.start();
        end = at + splitter.length();
    }

    @Override
    public void close() throws IOException {
        splitter.close();
    }
}
