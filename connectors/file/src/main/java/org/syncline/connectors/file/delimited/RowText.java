package org.syncline.connectors.file.delimited;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.file.Columns;
import org.syncline.connectors.file.FileRecord;
import org.syncline.connectors.file.LineEnd;
import org.syncline.connectors.file.MalformedRecord;
import org.syncline.connectors.file.RecordText;

/** Single rows of one file as text, and back. */
final class RowText implements RecordText {
    private final Dialect dialect;
    private final Columns columns;
    private final String lineEnd;
    private final Csv csv;
    private final Row row;

    RowText(Dialect dialect, Columns columns, String lineEnd) {
        this.dialect = dialect;
        this.columns = columns;
        this.lineEnd = lineEnd;
        this.csv = new Csv(dialect);
        this.row = new Row(columns, dialect);
    }

    @Override
    public FileRecord read(String text) throws MalformedRecord {
        csv.read(row, text);
        row.checkCount();
        return row;
    }

    @Override
    public String write(String before, Map<Integer, List<String>> values) {
        List<String> cells = before == null
                ? new ArrayList<>(Collections.nCopies(columns.count(), ""))
                : cells(before);
        values.forEach((column, texts) -> cells.set(column, cell(texts)));
        return csv.write(cells, lineEnd);
    }

    private List<String> cells(String text) {
        csv.read(row, text);
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < columns.count(); column++) {
            cells.add(row.raw(column));
        }
        return cells;
    }

    private String cell(List<String> values) {
        boolean nothing = values.isEmpty() && dialect.nullText() != null;
        return nothing ? dialect.nullText() : dialect.severalValues().join(values);
    }

    @Override
    public String terminated(String text) {
        return LineEnd.terminated(text, lineEnd);
    }

    @Override
    public String limits(int column) {
        return dialect.severalValues().limits();
    }

    @Override
    public String stored(String value) {
        return dialect.trim() ? value.strip() : value;
    }
}
