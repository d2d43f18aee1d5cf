package org.syncline.platform.engine.synchronization;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.synchronization.PageReader.Read;

/**
 * Reads the next page of a connector while the rules of this one are evaluated, as long as pages change nothing: what was read before
 * something was written is never used.
 */
final class ReadAhead {
    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);

    private final Store store;
    private final String connector;
    private final int size;
    private final Workers workers;
    private final PageReader reader;
    private KnownNames known;
    private boolean isQuiet;
    private long from;
    private CompletableFuture<Read> coming;

    ReadAhead(Store store, String connector, int size, Workers workers, RuleIndex rules) {
        this.store = store;
        this.connector = connector;
        this.size = size;
        this.workers = workers;
        this.reader = new PageReader(store, rules);
        this.known = new KnownNames(store.connectorSpace());
    }

    /** Begins to read the page after this one, unless the page before changed something or this is the last. */
    void begin(List<Long> page) {
        if (isQuiet && page.size() == size && !workers.isAlone()) {
            long after = page.getLast();
            KnownNames names = known;
            from = after;
            coming = workers.later(() -> reader.read(connector, after, size, names));
        }
    }

    /** What became of the page at hand. */
    void ended(boolean changedNothing) {
        isQuiet = changedNothing;
        if (!changedNothing) {
            coming = null;
            known = new KnownNames(store.connectorSpace());
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
        return read != null && read.ids().equals(page) ? read : PageReader.NOTHING;
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
