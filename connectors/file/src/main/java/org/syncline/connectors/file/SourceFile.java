package org.syncline.connectors.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/** A file opened for reading, with its header read. */
final class SourceFile implements AutoCloseable {
    private final DelimitedTextSettings settings;
    private final FileState state;
    private final TextEncoding encoding;
    private final RowSplitter rows;
    private String header = "";
    private Columns columns;

    private SourceFile(DelimitedTextSettings settings, BufferedInputStream bytes) throws IOException {
        this.settings = settings;
        this.state = FileState.of(settings.path());
        this.encoding = TextEncoding.detect(bytes, settings.encoding());
        this.rows = new RowSplitter(new MarkingReader(bytes, encoding.charset()), settings.dialect());
    }

    /**
     * Opens the file.
     *
     * @throws org.syncline.connectors.spi.ConnectorException if there is none, or nothing in it, or a header that cannot be read
     */
    static SourceFile open(DelimitedTextSettings settings) {
        InputStream bytes = null;
        boolean opened = false;
        try {
            bytes = Files.newInputStream(settings.path());
            SourceFile file = new SourceFile(settings, new BufferedInputStream(bytes, 1 << 16));
            file.readHeader();
            opened = true;
            return file;
        } catch (NoSuchFileException missing) {
            throw FileTrouble.missing(settings);
        } catch (IOException failed) {
            throw FileTrouble.unreadable(settings, failed);
        } finally {
            if (!opened) {
                closeQuietly(bytes);
            }
        }
    }

    private void readHeader() throws IOException {
        if (!rows.hasMore()) {
            throw FileTrouble.empty(settings);
        }
        columns = new Csv(settings).columns(rows);
        header = settings.columns().isPresent() ? "" : rows.text();
        rows.expectColumns(columns.count());
    }

    TextEncoding encoding() {
        return encoding;
    }

    /** The rows that follow the header. */
    RowSplitter rows() {
        return rows;
    }

    Columns columns() {
        return columns;
    }

    /** The header row as it stands in the file; empty if it has none. */
    String header() {
        return header;
    }

    /** Refuses what was read if the file was changed meanwhile; another file in its place does no harm. */
    void checkUnchanged() {
        try {
            if (Files.exists(settings.path()) && state.isChangedTo(FileState.of(settings.path()))) {
                throw FileTrouble.changed(settings);
            }
        } catch (IOException failed) {
            throw FileTrouble.brokenOff(settings, failed);
        }
    }

    /** Refuses to replace the file if it was changed, replaced or removed since it was opened. */
    void checkUntouched() throws IOException {
        if (!Files.exists(settings.path()) || !state.equals(FileState.of(settings.path()))) {
            throw FileTrouble.changed(settings);
        }
    }

    @Override
    public void close() {
        closeQuietly(rows);
    }

    private static void closeQuietly(AutoCloseable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception nothingIsLost) {
            // what was read is complete, and nothing was written
        }
    }
}
