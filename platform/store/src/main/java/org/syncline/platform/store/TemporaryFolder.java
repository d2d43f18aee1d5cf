package org.syncline.platform.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.syncline.platform.engine.port.StoreException;

/** A folder that is gone, with everything in it, once it is closed. */
record TemporaryFolder(Path folder) implements AutoCloseable {

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
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException exception) {
            throw refused(folder, exception);
        }
    }
}
