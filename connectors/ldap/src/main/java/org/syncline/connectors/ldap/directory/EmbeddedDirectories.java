package org.syncline.connectors.ldap.directory;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The embedded directories open in this process; connectors of the same file share one. */
public final class EmbeddedDirectories {
    private static final Map<Path, EmbeddedStore> OPEN = new HashMap<>();

    private EmbeddedDirectories() {}

    /**
     * Opens the directory of an LDIF file, or joins those who have it open already.
     *
     * @param file to read and to write; need not exist yet
     * @param base that must exist in it; created if it doesn't
     * @param start LDIF of the entries it has if the file does not exist yet; null for none
     */
    public static Directory open(Path file, String base, Path start) {
        Path key = file.toAbsolutePath().normalize();
        synchronized (OPEN) {
            EmbeddedStore store = OPEN.get(key);
            if (store == null) {
                store = EmbeddedStore.load(key, base, start);
                OPEN.put(key, store);
            } else {
                store.createMissing(base);
            }
            store.join();
            return new EmbeddedDirectory(store);
        }
    }

    /** One user less; the last one folds the changes into the file. */
    static void leave(EmbeddedStore store) {
        synchronized (OPEN) {
            if (store.leave()) {
                OPEN.values().remove(store);
                store.close();
            }
        }
    }
}
