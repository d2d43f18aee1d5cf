package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.sdk.DN;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the LDIF files hold that embedded directories were closed with, as long as nobody else writes them and the memory is not needed:
 * the next step of a cycle need not read them again.
 */
final class KeptContent {
    private static final Map<Path, KeptContent> BY_FILE = new ConcurrentHashMap<>();

    private final FileState state;
    private final Set<DN> tops;
    private final SoftReference<InMemoryDirectoryServer> content;

    /** By what a file shows that it was written. */
    private record FileState(Object key, FileTime written, long size) {
        static FileState of(Path path) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new FileState(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
        }
    }

    private KeptContent(FileState state, Set<DN> tops, InMemoryDirectoryServer content) {
        this.state = state;
        this.tops = tops;
        this.content = new SoftReference<>(content);
    }

    /** Keeps what a file holds now. */
    static void keep(Path path, Set<DN> tops, InMemoryDirectoryServer content) throws IOException {
        BY_FILE.put(path, new KeptContent(FileState.of(path), tops, content));
    }

    /** The content of a file that is as it was kept; whoever takes it may change it, so it is kept no longer. */
    static Optional<InMemoryDirectoryServer> take(Path path, Set<DN> tops) throws IOException {
        KeptContent kept = BY_FILE.remove(path);
        return kept == null || !kept.tops.equals(tops) || !Files.exists(path)
                || !Objects.equals(kept.state, FileState.of(path))
                        ? Optional.empty()
                        : Optional.ofNullable(kept.content.get());
    }
}
