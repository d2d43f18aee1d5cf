package org.syncline.connectors.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import org.syncline.connectors.spi.watch.LookingSession;
import org.syncline.connectors.spi.watch.WatchSession;

/**
 * What tells whether somebody changed a file.
 *
 * @param key what the file system calls it; null where it has no such thing
 */
record FileState(long size, FileTime modified, Object key) {
    static FileState of(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileState(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }

    /** Whether the file itself has another content now. Another file put in its place leaves what is being read as it was. */
    boolean isChangedTo(FileState now) {
        boolean sameFile = key == null || Objects.equals(key, now.key);
        return sameFile && !equals(now);
    }

    /** Listens for changes of a file. */
    static WatchSession watch(FileSettings settings) {
        return new LookingSession<>(() -> ifExists(settings));
    }

    private static Optional<FileState> ifExists(FileSettings settings) {
        try {
            return Optional.of(of(settings.path()));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            throw FileTrouble.unreadable(settings, failure);
        }
    }
}
