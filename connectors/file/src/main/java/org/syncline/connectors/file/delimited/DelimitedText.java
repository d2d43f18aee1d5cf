package org.syncline.connectors.file.delimited;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.syncline.connectors.file.Columns;
import org.syncline.connectors.file.FileFormat;
import org.syncline.connectors.file.FileReading;
import org.syncline.connectors.file.FileSettings;
import org.syncline.connectors.file.FileTrouble;
import org.syncline.connectors.file.RecordText;
import org.syncline.connectors.spi.ConnectorException;

/** Rows and columns, the columns named by a header or by the settings. */
final class DelimitedText implements FileFormat {
    private final FileSettings file;
    private final Dialect dialect;
    private final Csv csv;

    DelimitedText(FileSettings file, Dialect dialect) {
        this.file = file;
        this.dialect = dialect;
        this.csv = new Csv(dialect);
    }

    @Override
    public FileReading read(Reader text) throws IOException {
        RowSplitter rows = new RowSplitter(text, dialect);
        if (!rows.hasMore()) {
            refuseEmpty();
        }
        String header = dialect.hasHeader() ? header(rows) : "";
        Columns columns = columns(dialect.columns().orElseGet(() -> csv.header(header)));
        rows.expectColumns(columns.count());
        return new DelimitedReading(file, rows, header, columns, dialect);
    }

    private void refuseEmpty() {
        if (dialect.hasHeader()) {
            throw FileTrouble.empty(file, "a header");
        }
        file.refuseEmpty("rows");
    }

    private String header(RowSplitter rows) throws IOException {
        rows.advance();
        if (rows.kind().isMalformed() || rows.isUndecodable()) {
            String trouble = rows.kind().isMalformed()
                    ? rows.kind().complaint()
                    : "The header has bytes that cannot be read. Correct the setting 'encoding'.";
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                    file.inLine(rows.lastLine()) + trouble);
        }
        return rows.text();
    }

    @Override
    public Beginning begin() {
        List<String> names = dialect.columns().orElseGet(file::declaredColumns);
        return new Beginning(columns(names), dialect.hasHeader() ? csv.write(names, "\n") : "", "");
    }

    private Columns columns(List<String> names) {
        return new Columns(file.file(), names);
    }

    @Override
    public RecordText records(Columns columns, String lineEnd) {
        return new RowText(dialect, columns, lineEnd);
    }
}
