package org.syncline.connectors.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import org.syncline.connectors.spi.watch.WatchSession;

/**
 * Looks at a file from time to time, which works wherever the file lies, network shares included. A change is one when the file has come
 * to rest: until then somebody may still be writing it. That it is gone is none: who replaces a file may remove it first.
 */
final class FileWatchSession implements WatchSession {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int LOOKS_AT_REST = 2;

    private final FileSettings settings;
    private Optional<FileState> known;

    FileWatchSession(FileSettings settings) {
        this.settings = settings;
        this.known = state();
    }

    @Override
    public void awaitChange() throws InterruptedException {
        Optional<FileState> now = rested();
        while (now.isEmpty() || now.equals(known)) {
            Thread.sleep(LOOK);
            now = rested();
        }
        known = now;
    }

    /** Empty if there is no file. */
    private Optional<FileState> rested() throws InterruptedException {
        Optional<FileState> before = state();
        int looks = before.equals(known) ? LOOKS_AT_REST : 0;
        while (looks < LOOKS_AT_REST) {
            Thread.sleep(LOOK);
            Optional<FileState> now = state();
            looks = now.equals(before) ? looks + 1 : 0;
            before = now;
        }
        return before;
    }

    private Optional<FileState> state() {
        try {
            return Optional.of(FileState.of(settings.path()));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            throw FileTrouble.unreadable(settings, failure);
        }
    }

    @Override
    public void close() {}
}
