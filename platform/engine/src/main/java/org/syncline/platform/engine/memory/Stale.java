package org.syncline.platform.engine.memory;

import org.syncline.platform.engine.port.StoreException;

/** Refuses to write what was computed from something else than what is stored. */
final class Stale {
    private Stale() {}

    static void refuse(String what, long id, Object before, Object stored) {
        if (before == null && stored != null) {
            throw new StoreException(
                    "The " + what + " #" + id + " exists already and cannot be new; nothing was written");
        }
        if (before != null && stored == null) {
            throw new StoreException(
                    "The " + what + " #" + id + " is not stored and cannot change; nothing was written");
        }
        if (before != null && !before.equals(stored)) {
            throw new StoreException("The " + what + " #" + id + " was changed since it was read; nothing was written");
        }
    }
}
