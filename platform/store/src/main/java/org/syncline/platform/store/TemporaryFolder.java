package org.syncline.platform.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.syncline.platform.engine.port.StoreException;

/** A folder that is gone, with everything in it, once it is closed, or the process is told to end. */
final class TemporaryFolder implements AutoCloseable {
    private final Path folder;
    private final Thread atTheEnd = new Thread(this::delete, "delete a temporary store");

    private TemporaryFolder(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    static TemporaryFolder in(Path parent) {
        try {
            Files.createDirectories(parent);
            return new TemporaryFolder(Files.createTempDirectory(parent, "temporary-"));
        } catch (IOException exception) {
            throw refused(parent, exception);
        }
    }

    private static StoreException refused(Path place, IOException exception) {
        return new StoreException("In " + place.toAbsolutePath() + " no temporary store can be made or deleted ("
                + exception.getClass().getSimpleName() + ": " + exception.getMessage()
                + "). Give the user who runs Syncline the right to write there, or free some space", exception);
    }

    Path database() {
        return folder.resolve("store").toAbsolutePath();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException ending) {
            return;
        }
        delete();
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException exception) {
            throw refused(folder, exception);
        }
    }
}
