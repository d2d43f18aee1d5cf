package org.syncline.connectors.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The version of a file before the last one, kept beside it. */
final class Backup {
    private Backup() {}

    private static Path path(Path file) {
        return file.resolveSibling(file.getFileName() + ".bak");
    }

    /** Refuses to begin anew where a version that was written before shows that the file is lost. */
    static void checkNothingVanished(FileSettings settings) {
        Path backup = path(settings.path());
        if (Files.exists(backup)) {
            throw FileTrouble.vanished(settings, backup);
        }
    }

    /** Keeps the file as it is now. */
    static void keep(Path file) throws IOException {
        Path backup = path(file);
        Files.deleteIfExists(backup);
        try {
            Files.createLink(backup, file);
        } catch (IOException | UnsupportedOperationException noLinks) {
            Files.copy(file, backup, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
