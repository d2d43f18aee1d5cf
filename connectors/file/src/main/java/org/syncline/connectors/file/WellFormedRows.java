package org.syncline.connectors.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.syncline.connectors.spi.DiscoveryError;

/** The text of a file with empty lines in place of blank and malformed rows, so that the lines of the others keep their numbers. */
final class WellFormedRows extends Reader {
    /** A malformed row that was left out. */
    record LeftOut(long line, RowKind kind) {
        DiscoveryError error(DelimitedTextSettings settings) {
            return new DiscoveryError(
                    DiscoveryError.Code.MALFORMED_ROW,
                    null,
                    null,
                    settings.place(line),
                    settings.file() + ", line " + line + ": " + kind.complaint());
        }
    }

    private static final char[] LINE_ENDS = new char[RowSplitter.MOST_LINES + 2];

    static {
        Arrays.fill(LINE_ENDS, '\n');
    }

    private final RowSplitter splitter;
    private final Deque<LeftOut> leftOut = new ArrayDeque<>();
    private final Set<Long> undecodable = new HashSet<>();
    private char[] text = LINE_ENDS;
    private int at;
    private int end;

    WellFormedRows(RowSplitter splitter) {
        this.splitter = splitter;
    }

    /** The next malformed row that stands before a line, or null. */
    LeftOut leftOutBefore(long line) {
        return leftOut.isEmpty() || leftOut.peek().line() >= line ? null : leftOut.poll();
    }

    /** Whether the row that begins in this line holds bytes that could not be decoded. */
    boolean isUndecodable(long line) {
        return !undecodable.isEmpty() && undecodable.remove(line);
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
        if (!splitter.advance()) {
            return false;
        }
        if (splitter.kind() == RowKind.WELL_FORMED) {
            deliver();
        } else {
            leaveOut();
        }
        return true;
    }

    private void leaveOut() {
        if (splitter.kind() != RowKind.BLANK) {
            leftOut.add(new LeftOut(splitter.lastLine(), splitter.kind()));
        }
        text = LINE_ENDS;
        at = 0;
        end = (int) (splitter.lastLine() - splitter.line()) + 1;
    }

    private void deliver() {
        if (splitter.isUndecodable()) {
            undecodable.add(splitter.line());
        }
        text = splitter.buffer();
        at = splitter.start();
        end = at + splitter.length();
    }

    @Override
    public void close() throws IOException {
        splitter.close();
    }
}
