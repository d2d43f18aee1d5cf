package org.syncline.connectors.file.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Reads a CSV file with the library the connector reads with, and nothing else. */
public final class BareFile {
    private BareFile() {}

    /**
     * Reads all rows.
     *
     * @param rows gets each as a function from the name of a column to its text
     */
    public static void read(Path file, Consumer<UnaryOperator<String>> rows) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : reader) {
                rows.accept(row::getField);
            }
        }
    }
}
