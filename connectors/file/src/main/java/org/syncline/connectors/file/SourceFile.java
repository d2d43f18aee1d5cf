package org.syncline.connectors.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/** A file opened for reading, up to its first record. */
final class SourceFile implements AutoCloseable {
    private final FileSettings settings;
    private final FileState state;
    private final TextEncoding encoding;
    private final FileReading reading;

    private SourceFile(FileSettings settings, FileFormat format, BufferedInputStream bytes) throws IOException {
        this.settings = settings;
        this.state = FileState.of(settings.path());
        this.encoding = TextEncoding.detect(bytes, beginning -> format.encoding(beginning, settings.encoding()));
        this.reading = format.read(new MarkingReader(bytes, encoding.charset()));
    }

    /**
     * Opens the file.
     *
     * @throws org.syncline.connectors.spi.ConnectorException if there is none, or nothing in it, or a header that cannot be read
     */
    static SourceFile open(FileSettings settings, FileFormat format) {
        InputStream bytes = null;
        boolean opened = false;
        try {
            bytes = Files.newInputStream(settings.path());
            SourceFile file = new SourceFile(settings, format, new BufferedInputStream(bytes, 1 << 16));
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

    TextEncoding encoding() {
        return encoding;
    }

    FileReading reading() {
        return reading;
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
        closeQuietly(reading);
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
