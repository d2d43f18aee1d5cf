package org.syncline.connectors.file;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.syncline.connectors.spi.ConnectorException;

/** The file to be rewritten: as it is, or as it begins when there is none yet. */
final class TargetFile implements AutoCloseable {
    private final FileSettings settings;
    private final Optional<SourceFile> source;
    private final FileFormat.Beginning beginning;
    private final RecordText records;

    private TargetFile(FileSettings settings, Optional<SourceFile> source, FileFormat.Beginning beginning,
            RecordText records) {
        this.settings = settings;
        this.source = source;
        this.beginning = beginning;
        this.records = records;
    }

    static TargetFile open(FileSettings settings, FileFormat format) throws IOException {
        if (Files.exists(settings.path())) {
            return of(settings, format, SourceFile.open(settings, format));
        }
        Backup.checkNothingVanished(settings);
        if (!Files.isDirectory(settings.path().getParent())) {
            throw FileTrouble.noFolder(settings);
        }
        FileFormat.Beginning beginning = format.begin();
        return new TargetFile(settings, Optional.empty(), beginning, format.records(beginning.columns(), "\n"));
    }

    private static TargetFile of(FileSettings settings, FileFormat format, SourceFile file) throws IOException {
        FileReading reading = file.reading();
        return new TargetFile(settings, Optional.of(file),
                new FileFormat.Beginning(reading.columns(), reading.header(), ""),
                format.records(reading.columns(), reading.lineEnd()));
    }

    Columns columns() {
        return beginning.columns();
    }

    RecordText records() {
        return records;
    }

    TextEncoding encoding() {
        return source.map(SourceFile::encoding).orElseGet(() -> TextEncoding.unmarked(settings.encoding()));
    }

    /** Writes the file anew with changed records; leaves it alone if none is changed. */
    void rewrite(PendingRecords pending) throws IOException {
        try (Replacement replacement = new Replacement(settings.path(), encoding(), records::terminated)) {
            replacement.write(beginning.text());
            String end = source.isPresent() ? copy(source.get().reading(), pending, replacement) : beginning.end();
            for (String record : pending.newRecords()) {
                replacement.write(record);
            }
            replacement.write(end);
            if (pending.isChanged()) {
                putInPlace(replacement);
            }
        }
    }

    /** What new records stand before. */
    private String copy(FileReading reading, PendingRecords pending, Replacement replacement) throws IOException {
        StringBuilder end = new StringBuilder();
        while (reading.advance()) {
            if (reading.isUndecodable()) {
                throw new ConnectorException(
                        ConnectorException.Code.INVALID_SETTING,
                        settings.inLine(reading.line()) + "the record has bytes that are no "
                                + encoding().charset().name()
                                + ". Writing the file would lose them: correct them, or the setting 'encoding'.");
            }
            if (reading.endsRecords() || !end.isEmpty() && !reading.isRecord()) {
                end.append(reading.text());
                continue;
            }
            replacement.write(end.toString());
            end.setLength(0);
            String text = reading.text();
            String after = reading.isRecord() ? pending.after(text) : text;
            if (after != null) {
                replacement.write(after);
            }
        }
        return end.toString();
    }

    private void putInPlace(Replacement replacement) throws IOException {
        if (source.isPresent()) {
            source.get().checkUntouched();
        }
        replacement.takePlace();
    }

    @Override
    public void close() {
        source.ifPresent(SourceFile::close);
    }
}
