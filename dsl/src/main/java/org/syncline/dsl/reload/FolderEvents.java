package org.syncline.dsl.reload;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/** Tells as soon as something happens in folders, where the system does; where it does not, as on network shares, time passes. */
final class FolderEvents implements AutoCloseable {
    private final WatchService service;

    private FolderEvents(WatchService service) {
        this.service = service;
    }

    static FolderEvents of(Path folder) {
        try {
            return new FolderEvents(folder.getFileSystem().newWatchService());
        } catch (IOException | UnsupportedOperationException noEvents) {
            return new FolderEvents(null);
        }
    }

    /** Waits until something may have happened in these folders, the time has passed, or this is closed. */
    void await(Collection<Path> folders, Duration atMost) throws InterruptedException {
        if (service == null) {
            Thread.sleep(atMost);
            return;
        }
        folders.forEach(this::register);
        try {
            WatchKey key = service.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
            while (key != null) {
                key.pollEvents();
                key.reset();
                key = service.poll();
            }
        } catch (ClosedWatchServiceException closed) {
            // nobody waits any more
        }
    }

    /** A folder that is registered already stays so; one that cannot be is looked at from time to time. */
    private void register(Path folder) {
        try {
            if (Files.isDirectory(folder)) {
                folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE,
                        StandardWatchEventKinds.ENTRY_MODIFY);
            }
        } catch (IOException | ClosedWatchServiceException noEvents) {
            // the next look at the folder finds what happened there
        }
    }

    @Override
    public void close() {
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException leftToTheSystem) {
            // nobody watches any more
        }
    }
}
