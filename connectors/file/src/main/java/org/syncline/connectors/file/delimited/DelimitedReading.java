package org.syncline.connectors.file.delimited;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.syncline.connectors.file.Columns;
import org.syncline.connectors.file.FileReading;
import org.syncline.connectors.file.FileSettings;
import org.syncline.connectors.file.LineEnd;
import org.syncline.connectors.file.MalformedRecord;
import org.syncline.connectors.file.RecordHandler;
import org.syncline.connectors.spi.ConnectorException;

/** One reading of a delimited text file: FastCSV reads the rows that the splitter finds. */
final class DelimitedReading implements FileReading {
    private final FileSettings file;
    private final RowSplitter splitter;
    private final String header;
    private final Columns columns;
    private final WellFormedRows text;
    private final CloseableIterator<Row> rows;

    DelimitedReading(FileSettings file, RowSplitter splitter, String header, Columns columns, Dialect dialect) {
        this.file = file;
        this.splitter = splitter;
        this.header = header;
        this.columns = columns;
        this.text = new WellFormedRows(splitter);
        this.rows = new Csv(dialect).rows(new Row(columns, dialect), text).iterator();
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public String header() {
        return header;
    }

    @Override
    public String lineEnd() throws IOException {
        return LineEnd.of(header.isEmpty() && splitter.hasMore() ? splitter.text() : header);
    }

    @Override
    public boolean read(RecordHandler handler) throws IOException {
        try {
            boolean more = rows.hasNext();
            if (more) {
                read(rows.next(), handler);
            } else {
                leftOut(Long.MAX_VALUE, handler);
            }
            return more;
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } catch (CsvParseException failed) {
            throw new IOException(failed);
        }
    }

    private void read(Row row, RecordHandler handler) {
        WellFormedRows.Begun begun = text.nextRow();
        leftOut(begun.line(), handler);
        if (begun.undecodable()) {
            handler.undecodable(row, begun.line());
        } else if (!row.isEmpty()) {
            readCells(row, begun.line(), handler);
        }
    }

    private static void readCells(Row row, long line, RecordHandler handler) {
        try {
            row.checkCount();
            handler.record(row, line);
        } catch (MalformedRecord malformed) {
            handler.malformed(line, malformed.getMessage());
        }
    }

    private void leftOut(long before, RecordHandler handler) {
        for (WellFormedRows.LeftOut row = text.leftOutBefore(before); row != null; row = text.leftOutBefore(before)) {
            handler.malformed(row.line(), row.kind().complaint());
        }
    }

    @Override
    public boolean advance() throws IOException {
        boolean more = splitter.advance();
        if (more && splitter.kind() == RowKind.TOO_LONG) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING, file.inLine(splitter.line())
                    + RowKind.TOO_LONG.complaint() + " Writing the file would lose its end.");
        }
        return more;
    }

    @Override
    public String text() {
        return splitter.text();
    }

    @Override
    public long line() {
        return splitter.line();
    }

    @Override
    public boolean isRecord() {
        return splitter.kind() == RowKind.WELL_FORMED;
    }

    @Override
    public boolean isUndecodable() {
        return splitter.isUndecodable();
    }

    @Override
    public void close() throws IOException {
        splitter.close();
    }
}
