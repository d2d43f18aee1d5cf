package org.syncline.connectors.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportedChange;

/** One reading of a file, for all object types at once. */
final class DelimitedTextImport implements ImportPages {
    private final DelimitedTextSettings settings;
    private final int pageSize;
    private final SourceFile file;
    private final WellFormedRows text;
    private final CloseableIterator<Row> rows;
    private final RowErrors errors;
    private final List<RowReading> types;
    private final Deque<ImportedChange> ready = new ArrayDeque<>();
    private boolean readAll;
    private boolean closed;

    private DelimitedTextImport(DelimitedTextSettings settings, SourceFile file, int pageSize) {
        this.settings = settings;
        this.pageSize = pageSize;
        this.file = file;
        this.text = new WellFormedRows(file.rows());
        this.rows = new Csv(settings).rows(new Row(file.columns(), settings), text).iterator();
        this.errors = new RowErrors(settings);
        this.types = ObjectRows.of(settings, file.columns()).stream()
                .sorted(Comparator.comparing(ObjectRows::collects))
                .map(type -> new RowReading(type, errors))
                .toList();
    }

    static ImportPages open(DelimitedTextSettings settings, int pageSize) {
        if (settings.missingFileIsEmpty() && !Files.exists(settings.path())) {
            Backup.checkNothingVanished(settings);
            return new NoPages();
        }
        SourceFile file = SourceFile.open(settings);
        try {
            return new DelimitedTextImport(settings, file, pageSize);
        } catch (RuntimeException refused) {
            file.close();
            throw refused;
        }
    }

    @Override
    public Optional<ImportPage> next() {
        if (closed) {
            throw new IllegalStateException("The import of '" + settings.file() + "' is closed");
        }
        try {
            fill();
        } catch (UncheckedIOException failed) {
            throw FileTrouble.brokenOff(settings, failed.getCause());
        } catch (CsvParseException failed) {
            throw FileTrouble.brokenOff(settings, new IOException(failed));
        }
        return ready.isEmpty() && errors.count() == 0 ? Optional.empty() : Optional.of(page());
    }

    private void fill() {
        while (!readAll && ready.size() < pageSize && errors.count() < pageSize) {
            if (rows.hasNext()) {
                read(rows.next());
            } else {
                end();
            }
        }
    }

    private void read(Row row) {
        WellFormedRows.Begun begun = text.nextRow();
        long line = begun.line();
        leftOut(line);
        if (begun.undecodable()) {
            errors.undecodable(types, row, file.encoding().charset().name(), line);
        } else if (row.count() != file.columns().count() && !row.isEmpty()) {
            errors.columnCount(row.count(), file.columns().count(), line);
        } else if (!row.isEmpty()) {
            readObjects(row, line);
        }
    }

    /** A row that is wrong for one object type is wrong for those that collect rows: it may be anybody's. */
    private void readObjects(Row row, long line) {
        int errorsBefore = errors.count();
        for (RowReading type : types) {
            if (type.rows().collects() && errors.count() > errorsBefore) {
                return;
            }
            ImportedChange object = type.read(row, line);
            if (object != null) {
                ready.add(object);
            }
        }
    }

    private void leftOut(long before) {
        for (WellFormedRows.LeftOut row = text.leftOutBefore(before); row != null; row = text.leftOutBefore(before)) {
            errors.add(row.error(settings));
        }
    }

    private void end() {
        file.checkUnchanged();
        leftOut(Long.MAX_VALUE);
        types.forEach(type -> ready.addAll(type.collected()));
        readAll = true;
    }

    private ImportPage page() {
        List<ImportedChange> changes = new ArrayList<>(Math.min(pageSize, ready.size()));
        while (changes.size() < pageSize && !ready.isEmpty()) {
            changes.add(ready.poll());
        }
        return new ImportPage(changes, errors.take(), Optional.empty());
    }

    @Override
    public void close() {
        closed = true;
        file.close();
    }

    /** The import of a file that does not exist yet. */
    private static final class NoPages implements ImportPages {
        private boolean closed;

        @Override
        public Optional<ImportPage> next() {
            if (closed) {
                throw new IllegalStateException("This import is closed");
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
