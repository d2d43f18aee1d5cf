package org.syncline.connectors.file.delimited;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Reader;
import java.io.StringWriter;
import java.util.List;

/** FastCSV in the dialect of a file. */
final class Csv {
    private final Dialect dialect;

    Csv(Dialect dialect) {
        this.dialect = dialect;
    }

    private CsvReader.CsvReaderBuilder reader() {
        return CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .quoteCharacter(dialect.quote())
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(RowSplitter.MOST_CHARACTERS * 2);
    }

    CsvReader<Row> rows(Row row, Reader text) {
        return reader().build(row, text);
    }

    /** The names in a header row. */
    List<String> header(String text) {
        return reader().ofSingleCsvRecord(text).getFields();
    }

    /** Reads the text of one row into {@code row}. */
    void read(Row row, String text) {
        reader().ofSingleCsvRecord(row, text);
    }

    /** A row as text, quoted where it must be, with its line end. */
    String write(List<String> cells, String lineEnd) {
        StringWriter text = new StringWriter();
        CsvWriter.builder()
                .fieldSeparator(dialect.separator())
                .quoteCharacter(dialect.quote())
                .lineDelimiter(LineDelimiter.of(lineEnd))
                .bufferSize(0)
                .build(text)
                .writeRecord(cells);
        return text.toString();
    }
}
