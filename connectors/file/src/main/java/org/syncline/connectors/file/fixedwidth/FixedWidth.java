package org.syncline.connectors.file.fixedwidth;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.file.Columns;
import org.syncline.connectors.file.FileFormat;
import org.syncline.connectors.file.FileReading;
import org.syncline.connectors.file.FileSettings;
import org.syncline.connectors.file.Lines;
import org.syncline.connectors.file.PartReading;
import org.syncline.connectors.file.RecordText;

/** Lines whose columns stand where the settings say. */
final class FixedWidth implements FileFormat {
    private final FileSettings file;
    private final Layout layout;
    private final Columns columns;

    FixedWidth(FileSettings file, Layout layout) {
        this.file = file;
        this.layout = layout;
        this.columns = new Columns(file.file(), layout.names());
    }

    @Override
    public FileReading read(Reader text) throws IOException {
        Lines lines = new Lines(text);
        String header = layout.header() && lines.advance() ? lines.text() : "";
        return new PartReading(file, columns, lines, records(columns, "\n"), header, "lines");
    }

    @Override
    public Beginning begin() {
        return new Beginning(columns, layout.header() ? heading() : "", "");
    }

    private String heading() {
        Map<Integer, List<String>> names = new LinkedHashMap<>();
        for (int column = 0; column < columns.count(); column++) {
            names.put(column, List.of(columns.name(column)));
        }
        return records(columns, "\n").write(null, names);
    }

    @Override
    public RecordText records(Columns all, String lineEnd) {
        return new LineText(layout, all, lineEnd);
    }
}
