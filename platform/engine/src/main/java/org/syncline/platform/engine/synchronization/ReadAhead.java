package org.syncline.platform.engine.synchronization;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.synchronization.PageReader.Read;

/**
 * Reads the next pages of a connector while the rules of this one are evaluated, as long as pages change nothing: what was read before
 * something was written is never used.
 */
final class ReadAhead {
    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);
    /** The reader always has something to read, and memory stays flat. */
    private static final int PAGES = 2;

    private final Store store;
    private final String connector;
    private final int size;
    private final Workers workers;
    private final PageReader reader;
    private final Deque<CompletableFuture<Read>> coming = new ArrayDeque<>();
    private KnownNames known;
    private boolean isQuiet;

    ReadAhead(Store store, String connector, int size, Workers workers, RuleIndex rules) {
        this.store = store;
        this.connector = connector;
        this.size = size;
        this.workers = workers;
        this.reader = new PageReader(store, rules);
        this.known = new KnownNames(store.connectorSpace());
    }

    /** Begins to read the pages after this one, unless the page before changed something or this is the last. */
    void begin(List<Long> page) {
        if (!isQuiet || page.size() < size || workers.isAlone()) {
            return;
        }
        KnownNames names = known;
        if (coming.isEmpty()) {
            long after = page.getLast();
            coming.add(workers.later(() -> reader.read(connector, after, size, names)));
        }
        while (coming.size() < PAGES) {
            coming.add(workers.after(coming.getLast(), read -> following(read, names)));
        }
    }

    /** One after the other, since they read through one connection. */
    private Read following(Read read, KnownNames names) {
        return read.objects().size() < size
                ? PageReader.NOTHING
                : reader.read(connector, read.objects().getLast().id(), size, names);
    }

    /** What became of the page at hand. */
    void ended(boolean changedNothing) {
        isQuiet = changedNothing;
        if (!changedNothing) {
            forget();
        }
    }

    private void forget() {
        coming.forEach(read -> read.cancel(false));
        coming.clear();
        known = new KnownNames(store.connectorSpace());
    }

    /** A page of all objects from beyond {@code after}: the one that was read, or else read now. */
    List<Long> ids(long after) {
        Read read = next();
        return read != null && read.after() == after ? read.ids() : store.connectorSpace().all(connector, after, size);
    }

    /** What was read of a page; nothing if it was not read. */
    Read take(List<Long> page) {
        Read read = next();
        if (read == null || !read.ids().equals(page)) {
            forget();
            return PageReader.NOTHING;
        }
        coming.remove();
        return read;
    }

    /** Null if there is none, or if it could not be read: then it is read again where a failure is handled. */
    private Read next() {
        try {
            return coming.isEmpty() ? null : coming.element().join();
        } catch (RuntimeException failure) {
            LOG.debug("Reading ahead failed", failure);
            forget();
            return null;
        }
    }
}
