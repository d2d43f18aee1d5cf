package org.syncline.connectors.file.delimited;

import org.syncline.connectors.file.MarkingReader;

/**
 * Finds the end of one row in a buffer and judges its quoting; reused from row to row.
 *
 * <p>It knows the dialect exactly as FastCSV reads it: a quote counts only at the beginning of a value, CR, LF and CRLF end a line.
 */
final class RowScan {
    /** More text is needed to tell. */
    private static final int UNKNOWN = -1;

    private final char separator;
    private final char quote;

    private char[] text;
    private int limit;
    private boolean last;

    private int start;
    private int separators;
    private int quotedLines;
    private boolean undecodable;
    private int quoteAt;
    private int quoteLine;
    private int longQuoteAt;
    private int longQuoteLine;

    private RowKind kind;
    private int end;

    RowScan(Dialect dialect) {
        this.separator = dialect.separator();
        this.quote = dialect.quote();
    }

    /**
     * Scans the row that begins at {@code from}.
     *
     * @param last whether the text ends at the limit
     * @param columns how many a row that spans lines must have; 0 for any number
     * @return false if more text is needed
     */
    boolean scan(char[] text, int from, int limit, boolean last, int columns) {
        this.text = text;
        this.limit = limit;
        this.last = last;
        start = from;
        separators = 0;
        quotedLines = 0;
        quoteLine = 0;
        undecodable = false;
        longQuoteAt = UNKNOWN;
        kind = null;
        values(from);
        if (kind == RowKind.WELL_FORMED && quotedLines > 0 && columns > 0 && separators + 1 != columns) {
            breakAt(RowKind.UNCLOSED_QUOTE, longQuoteAt, longQuoteLine);
        }
        return kind != null;
    }

    private void values(int from) {
        int at = from;
        while (kind == null) {
            at = at < limit && text[at] == quote ? quoted(at) : plain(at);
            if (at == UNKNOWN || at == limit && !last) {
                return;
            }
            if (at == limit || text[at] != separator) {
                endRow(at);
                return;
            }
            separators++;
            at++;
        }
    }

    /** The end of a value that does not begin with a quote. */
    private int plain(int from) {
        for (int at = from; at < limit; at++) {
            char character = text[at];
            if (character == separator || character == '\n' || character == '\r') {
                return at;
            }
            if (character >= Character.MIN_LOW_SURROGATE && MarkingReader.isMark(text, at, from)) {
                undecodable = true;
            }
        }
        return limit;
    }

    /** What follows a quoted value; unknown if it is broken or goes on behind the limit. */
    private int quoted(int from) {
        quoteAt = from;
        quoteLine = quotedLines;
        int at = closing(from + 1);
        if (at == UNKNOWN) {
            return UNKNOWN;
        }
        if (quotedLines > quoteLine && longQuoteAt == UNKNOWN) {
            longQuoteAt = quoteAt;
            longQuoteLine = quoteLine;
        }
        if (at < limit && text[at] != separator && text[at] != '\n' && text[at] != '\r') {
            breakAt(RowKind.TEXT_AFTER_QUOTE, quoteAt, quoteLine);
            return UNKNOWN;
        }
        return at;
    }

    private int closing(int from) {
        for (int at = from; at < limit; at++) {
            char character = text[at];
            if (character == quote) {
                if (at + 1 == limit && !last) {
                    return UNKNOWN;
                }
                if (at + 1 == limit || text[at + 1] != quote) {
                    return at + 1;
                }
                at++;
            } else if (isLineEnd(at) && ++quotedLines - quoteLine > RowSplitter.MOST_LINES) {
                breakAt(RowKind.UNCLOSED_QUOTE, quoteAt, quoteLine);
                return UNKNOWN;
            } else if (character >= Character.MIN_LOW_SURROGATE && MarkingReader.isMark(text, at, from)) {
                undecodable = true;
            }
        }
        if (last) {
            breakAt(RowKind.UNCLOSED_QUOTE, quoteAt, quoteLine);
        }
        return UNKNOWN;
    }

    /** Whether a line ends here: at LF, and at CR unless LF follows. */
    private boolean isLineEnd(int at) {
        return text[at] == '\n' || text[at] == '\r' && (at + 1 == limit || text[at + 1] != '\n');
    }

    private void endRow(int at) {
        if (at < limit && text[at] == '\r' && at + 1 == limit && !last) {
            return;
        }
        kind = isBlank(at) ? RowKind.BLANK : RowKind.WELL_FORMED;
        end = afterLineEnd(at);
    }

    private boolean isBlank(int rowEnd) {
        int at = start;
        while (at < rowEnd && Character.isWhitespace(text[at])) {
            at++;
        }
        return at == rowEnd && separators == 0;
    }

    private int afterLineEnd(int at) {
        int after = Math.min(at + 1, limit);
        return at + 1 < limit && text[at] == '\r' && text[at + 1] == '\n' ? after + 1 : after;
    }

    private void breakAt(RowKind why, int at, int line) {
        kind = why;
        quotedLines = line;
        int lineEnd = at;
        while (lineEnd < limit && text[lineEnd] != '\n' && text[lineEnd] != '\r') {
            lineEnd++;
        }
        end = afterLineEnd(lineEnd);
    }

    /** Gives up a row that is longer than can be held. */
    void giveUp() {
        if (quotedLines > quoteLine) {
            breakAt(RowKind.UNCLOSED_QUOTE, quoteAt, quoteLine);
        } else {
            kind = RowKind.TOO_LONG;
            end = limit;
        }
    }

    RowKind kind() {
        return kind;
    }

    /** Where the next row begins. */
    int end() {
        return end;
    }

    /** How many lines before the last one this row takes; for a broken one, lines before the one its quote was opened in. */
    int linesBefore() {
        return quotedLines;
    }

    boolean isUndecodable() {
        return undecodable;
    }
}
