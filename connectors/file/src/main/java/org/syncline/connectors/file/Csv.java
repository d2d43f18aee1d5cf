package org.syncline.connectors.file;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.List;
import org.syncline.connectors.spi.ConnectorException;

/** FastCSV in the dialect of a file. */
final class Csv {
    private final DelimitedTextSettings settings;

    Csv(DelimitedTextSettings settings) {
        this.settings = settings;
    }

    private CsvReader.CsvReaderBuilder reader() {
        return CsvReader.builder()
                .fieldSeparator(settings.dialect().separator())
                .quoteCharacter(settings.dialect().quote())
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(RowSplitter.MOST_CHARACTERS * 2);
    }

    CsvReader<Row> rows(Row row, Reader text) {
        return reader().build(row, text);
    }

    /** The columns a header row names. */
    Columns header(String text) {
        return new Columns(settings, reader().ofSingleCsvRecord(text).getFields());
    }

    /** Reads the text of one row into {@code row}. */
    void read(Row row, String text) {
        reader().ofSingleCsvRecord(row, text);
    }

    /** The columns of the file: those of the setting, or those the first row names. */
    Columns columns(RowSplitter rows) throws IOException {
        if (settings.columns().isPresent()) {
            return new Columns(settings, settings.columns().get());
        }
        rows.advance();
        if (rows.kind().isMalformed() || rows.isUndecodable()) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING, headerTrouble(rows));
        }
        return header(rows.text());
    }

    private String headerTrouble(RowSplitter rows) {
        String trouble = rows.kind().isMalformed()
                ? rows.kind().complaint()
                : "The header has bytes that cannot be read. Correct the setting 'encoding'.";
        return settings.file() + ", line " + rows.lastLine() + ": " + trouble;
    }

    /** A row as text, quoted where it must be, with its line end. */
    String write(List<String> cells, LineDelimiter lineEnd) {
        StringWriter text = new StringWriter();
        CsvWriter.builder()
                .fieldSeparator(settings.dialect().separator())
                .quoteCharacter(settings.dialect().quote())
                .lineDelimiter(lineEnd)
                .bufferSize(0)
                .build(text)
                .writeRecord(cells);
        return text.toString();
    }
}
