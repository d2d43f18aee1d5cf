package org.syncline.platform.engine.synchronization;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Reads the next page of a connector while the rules of this one are evaluated, as long as pages change nothing: what was read before
 * something was written is never used.
 */
final class ReadAhead {
    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);
    static final Read NOTHING = new Read(List.of(), List.of(), List.of(), List.of());

    /** Objects of a page, their identities, and all accounts of those. */
    record Read(
            List<Long> ids, List<ConnectorSpaceObject> objects, List<MetaverseObject> identities,
            List<ConnectorSpaceObject> accounts) {}

    private final Store store;
    private final String connector;
    private final int size;
    private final Workers workers;
    private boolean isQuiet;
    private long from;
    private CompletableFuture<Read> coming;

    ReadAhead(Store store, String connector, int size, Workers workers) {
        this.store = store;
        this.connector = connector;
        this.size = size;
        this.workers = workers;
    }

    /** Begins to read the page after this one, unless the page before changed something or this is the last. */
    void begin(List<Long> page) {
        if (isQuiet && page.size() == size && !workers.isAlone()) {
            from = page.getLast();
            coming = workers.later(this::read);
        }
    }

    private Read read() {
        List<Long> ids = store.connectorSpace().all(connector, from, size);
        if (ids.isEmpty()) {
            return NOTHING;
        }
        List<ConnectorSpaceObject> objects = store.connectorSpace().load(ids);
        List<Long> linked = objects.stream()
                .map(object -> object.link().identity())
                .filter(identity -> identity != 0)
                .distinct()
                .toList();
        return new Read(
                ids,
                objects,
                linked.isEmpty() ? List.of() : store.metaverse().load(linked),
                linked.isEmpty() ? List.of() : store.connectorSpace().accountsOf(linked));
    }

    /** What became of the page at hand. */
    void ended(boolean changedNothing) {
        isQuiet = changedNothing;
        if (!changedNothing) {
            coming = null;
        }
    }

    /** A page of all objects from beyond {@code after}: the one that was read, or else read now. */
    List<Long> ids(long after) {
        Read read = coming != null && from == after ? finished() : null;
        return read == null ? store.connectorSpace().all(connector, after, size) : read.ids();
    }

    /** What was read of a page; nothing if it was not read. */
    Read take(List<Long> page) {
        Read read = coming == null ? null : finished();
        coming = null;
        return read != null && read.ids().equals(page) ? read : NOTHING;
    }

    /** Null if it could not be read: then it is read again where a failure is handled. */
    private Read finished() {
        try {
            return coming.join();
        } catch (RuntimeException failure) {
            LOG.debug("Reading ahead failed", failure);
            coming = null;
            return null;
        }
    }
}
