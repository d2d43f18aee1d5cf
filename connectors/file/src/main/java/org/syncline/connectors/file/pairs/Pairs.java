package org.syncline.connectors.file.pairs;

import java.io.IOException;
import java.io.Reader;
import org.syncline.connectors.file.Blocks;
import org.syncline.connectors.file.Columns;
import org.syncline.connectors.file.FileFormat;
import org.syncline.connectors.file.FileReading;
import org.syncline.connectors.file.FileSettings;
import org.syncline.connectors.file.Lines;
import org.syncline.connectors.file.PartReading;
import org.syncline.connectors.file.RecordText;

/**
 * Records of lines with a name and a value each, separated by blank lines.
 *
 * @param separator between name and value
 */
record Pairs(FileSettings file, char separator) implements FileFormat {

    @Override
    public FileReading read(Reader text) throws IOException {
        Columns columns = Columns.asTheyCome(file.file());
        return new PartReading(file, columns, new Blocks(new Lines(text)), records(columns, "\n"), "", "records");
    }

    @Override
    public Beginning begin() {
        return new Beginning(Columns.asTheyCome(file.file()), "", "");
    }

    @Override
    public RecordText records(Columns columns, String lineEnd) {
        return new PairsText(columns, separator, lineEnd);
    }
}
