package org.syncline.connectors.file;

import java.io.IOException;
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
final class FileImport implements ImportPages, RecordHandler {
    private final FileSettings settings;
    private final int pageSize;
    private final SourceFile file;
    private final RecordErrors errors;
    private final List<ObjectReading> types;
    private final Optional<ChangeReading> changes;
    private final Deque<ImportedChange> ready = new ArrayDeque<>();
    private boolean readAll;
    private boolean closed;

    private FileImport(FileSettings settings, SourceFile file, Optional<ChangeWords> words, int pageSize) {
        this.settings = settings;
        this.pageSize = pageSize;
        this.file = file;
        this.errors = new RecordErrors(settings);
        this.types = ObjectRecords.of(settings, file.reading().columns()).stream()
                .sorted(Comparator.comparing(ObjectRecords::collects))
                .map(type -> new ObjectReading(type, errors, words.isPresent()))
                .toList();
        this.changes = words.map(known -> new ChangeReading(known, types, errors));
        words.map(ChangeWords::column).ifPresent(
                column -> file.reading().columns().index(column, "the setting '" + ChangeWords.COLUMN + "'"));
    }

    static ImportPages open(FileSettings settings, FileFormat format, int pageSize) {
        if (settings.missingFileIsEmpty() && !Files.exists(settings.path())) {
            Backup.checkNothingVanished(settings);
            return new NoPages();
        }
        return open(settings, format, Optional.empty(), pageSize);
    }

    /** Of a file that tells changes: an object may stand there more than once, and counts as it stands there last. */
    static ImportPages ofChanges(FileSettings settings, FileFormat format, ChangeWords words, int pageSize) {
        return open(settings, format, Optional.of(words), pageSize);
    }

    private static ImportPages open(
            FileSettings settings, FileFormat format, Optional<ChangeWords> words, int pageSize) {
        SourceFile file = SourceFile.open(settings, format);
        try {
            return new FileImport(settings, file, words, pageSize);
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
        } catch (IOException failed) {
            throw FileTrouble.brokenOff(settings, failed);
        }
        return ready.isEmpty() && errors.count() == 0 ? Optional.empty() : Optional.of(page());
    }

    private void fill() throws IOException {
        while (!readAll && ready.size() < pageSize && errors.count() < pageSize) {
            if (!file.reading().read(this)) {
                end();
            }
        }
    }

    @Override
    public void record(FileRecord record, long line) {
        changes.flatMap(known -> known.gone(record, line))
                .ifPresentOrElse(ready::addAll, () -> readObjects(record, line));
    }

    /** A record that is wrong for one object type is wrong for those that collect records: it may be anybody's. */
    private void readObjects(FileRecord record, long line) {
        int errorsBefore = errors.count();
        for (ObjectReading type : types) {
            if (type.records().collects() && errors.count() > errorsBefore) {
                return;
            }
            ImportedChange object = type.read(record, line);
            if (object != null) {
                ready.add(object);
            }
        }
    }

    @Override
    public void undecodable(FileRecord record, long line) {
        errors.undecodable(types, record, file.encoding().charset().name(), line);
    }

    @Override
    public void malformed(long line, String complaint) {
        errors.malformed(complaint, line);
    }

    private void end() {
        file.checkUnchanged();
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
