package org.syncline.connectors.file.delimited;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import java.util.List;
import org.syncline.connectors.file.Columns;
import org.syncline.connectors.file.FileRecord;
import org.syncline.connectors.file.MalformedRecord;
import org.syncline.connectors.file.SeveralValues;

/** One row of a file, read over and over; a cell becomes a String only when it is asked for. */
final class Row extends AbstractBaseCsvCallbackHandler<Row> implements FileRecord {
    private final Columns columns;
    private final boolean trim;
    private final SeveralValues severalValues;
    private final char[] nullText;

    private int count;
    private char[] text = new char[1024];
    private int[] ends = new int[64];
    private String[] cells = new String[64];

    Row(Columns columns, Dialect dialect) {
        this.columns = columns;
        this.trim = dialect.trim();
        this.severalValues = dialect.severalValues();
        this.nullText = dialect.nullText() == null ? null : dialect.nullText().toCharArray();
    }

    @Override
    protected void handleBegin(long line) {
        Arrays.fill(cells, 0, count, null);
        count = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        int start = start(index);
        if (start + length > text.length) {
            text = Arrays.copyOf(text, Math.max(start + length, text.length * 2));
        }
        if (index == ends.length) {
            ends = Arrays.copyOf(ends, index * 2);
            cells = Arrays.copyOf(cells, index * 2);
        }
        System.arraycopy(buffer, offset, text, start, length);
        ends[index] = start + length;
        count = index + 1;
    }

    @Override
    protected Row buildRecord() {
        return this;
    }

    /** How many cells it has. */
    int count() {
        return count;
    }

    /** Whether it has a cell for each column. */
    void checkCount() throws MalformedRecord {
        if (count != columns.count()) {
            throw new MalformedRecord(0, "the row has " + count + (count == 1 ? " column" : " columns") + " instead of "
                    + columns.count() + ". Is a separator missing, or a value with a separator not quoted?");
        }
    }

    /** Whether no cell holds anything. */
    boolean isEmpty() {
        return count == 0 || ends[count - 1] == 0;
    }

    /** The text of a cell without regard to trimming and to texts that stand for nothing. */
    String raw(int column) {
        return new String(text, start(column), ends[column] - start(column));
    }

    @Override
    public String text(int column) {
        if (column >= count) {
            return null;
        }
        String cell = cells[column];
        if (cell == null) {
            cell = read(column);
            cells[column] = cell;
        }
        return cell;
    }

    @Override
    public List<String> texts(int column) {
        String cell = text(column);
        return cell == null ? List.of() : severalValues.split(cell);
    }

    private String read(int column) {
        int from = start(column);
        int to = ends[column];
        while (trim && from < to && Character.isWhitespace(text[from])) {
            from++;
        }
        while (trim && from < to && Character.isWhitespace(text[to - 1])) {
            to--;
        }
        boolean isNothing =
                from == to || nullText != null && Arrays.equals(text, from, to, nullText, 0, nullText.length);
        return isNothing ? null : new String(text, from, to - from);
    }

    private int start(int column) {
        return column == 0 ? 0 : ends[column - 1];
    }

    @Override
    public Columns columns() {
        return columns;
    }
}
