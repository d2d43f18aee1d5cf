package org.syncline.platform.app.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The changed version of a configuration: a folder of its own, or one with nothing but the files that differ, laid over the other.
 */
final class ChangedFolder implements AutoCloseable {
    private static final String ROOT = "syncline.xml";
    private static final List<String> PLACES =
            List.of(ROOT, "schedule.xml", "connectors", "rules", "tests", "lookup");

    private final Path folder;
    private final Path made;

    private ChangedFolder(Path folder, Path made) {
        this.folder = folder;
        this.made = made;
    }

    static ChangedFolder of(Path folder, Path changed) {
        if (Files.exists(changed.resolve(ROOT))) {
            return new ChangedFolder(changed, null);
        }
        try {
            Path made = Files.createTempDirectory("syncline-what-if-");
            ChangedFolder laidOver = new ChangedFolder(made, made);
            laidOver.copy(folder);
            laidOver.copy(changed);
            return laidOver;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void copy(Path from) throws IOException {
        for (String place : PLACES) {
            if (Files.exists(from.resolve(place))) {
                try (Stream<Path> files = Files.walk(from.resolve(place))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Path to = made.resolve(from.relativize(file).toString());
                        Files.createDirectories(to.getParent());
                        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        if (made != null) {
            try (Stream<Path> files = Files.walk(made)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException undeletable) {
                throw new UncheckedIOException(undeletable);
            }
        }
    }
}
