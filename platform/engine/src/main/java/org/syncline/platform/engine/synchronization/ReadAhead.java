package org.syncline.platform.engine.synchronization;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.synchronization.Batch.Segment;
import org.syncline.platform.engine.synchronization.PageReader.Read;

/**
 * Reads and evaluates the next pages of a full synchronization, several at once, as long as pages change nothing. What was read before
 * something was written is never used; what was evaluated counts only if nothing came of it, and the others are evaluated again in
 * their order. So nothing depends on how many threads there are.
 */
final class ReadAhead implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);

    /** @param page what came of it; fails with the evaluation */
    private record Coming(CompletableFuture<Read> read, CompletableFuture<Page> page) {}

    /**
     * What is known of a page.
     *
     * @param read nothing if it was not read
     * @param page as it was evaluated; null if it was not
     */
    record Next(Read read, Page page) {
        static final Next UNKNOWN = new Next(PageReader.NOTHING, null);
    }

    private final Synchronization synchronization;
    private final Store store;
    private final String connector;
    private final int size;
    private final Workers workers;
    private final PageReader reader;
    private final Deque<Coming> coming = new ArrayDeque<>();
    private Glance glance;
    /** How many pages in succession changed nothing: so many are worth looking ahead. */
    private int quiet;

    ReadAhead(Synchronization synchronization, String connector, int size) {
        this.synchronization = synchronization;
        this.store = synchronization.store();
        this.connector = connector;
        this.size = size;
        this.workers = synchronization.workers();
        this.reader = new PageReader(store, synchronization.rules());
    }

    /** Looks at the pages after this one, unless the page before changed something or this is the last. */
    void begin(List<Long> page) {
        if (quiet == 0 || page.size() < size || workers.isAlone()) {
            return;
        }
        if (glance == null) {
            glance = new Glance(synchronization);
        }
        Glance now = glance;
        if (coming.isEmpty()) {
            long after = page.getLast();
            add(workers.later(() -> now.at(() -> reader.read(connector, after, size, now.names()))));
        }
        while (coming.size() < Math.min(quiet, workers.threads() + 1)) {
            add(workers.after(coming.getLast().read(), read -> now.at(() -> following(read, now))));
        }
    }

    private void add(CompletableFuture<Read> read) {
        Glance now = glance;
        coming.add(new Coming(read, workers.after(read, objects -> now.at(() -> evaluate(objects, now)))));
    }

    /** One after the other, since they read through one connection. */
    private Read following(Read read, Glance now) {
        return read.objects().size() < size
                ? PageReader.NOTHING
                : reader.read(connector, read.objects().getLast().id(), size, now.names());
    }

    private static Page evaluate(Read read, Glance now) {
        return read.objects().isEmpty()
                ? null
                : new Synchronizer(now.synchronization()).synchronize(Batch.of(Segment.CHANGES, read.ids()), read);
    }

    /** What became of the page at hand; before anything of it is written. */
    void ended(boolean changesNothing) {
        if (changesNothing) {
            quiet++;
        } else {
            quiet = 0;
            forget();
        }
    }

    private void forget() {
        coming.clear();
        if (glance != null) {
            glance.end();
            glance = null;
        }
    }

    /** A page of all objects from beyond {@code after}: the one that was read, or else read now. */
    List<Long> ids(long after) {
        Read read = read();
        return read != null && read.after() == after ? read.ids() : store.connectorSpace().all(connector, after, size);
    }

    /** What is known of a page. */
    Next take(List<Long> page) {
        Read read = read();
        if (read == null || !read.ids().equals(page)) {
            forget();
            return Next.UNKNOWN;
        }
        return new Next(read, page(coming.remove()));
    }

    /** Null if it could not be evaluated: then it is evaluated again where a failure is handled. */
    private static Page page(Coming next) {
        try {
            return next.page().join();
        } catch (RuntimeException failure) {
            LOG.debug("Evaluating ahead failed", failure);
            return null;
        }
    }

    /** Null if there is none, or if it could not be read: then it is read again where a failure is handled. */
    private Read read() {
        try {
            return coming.isEmpty() ? null : coming.element().read().join();
        } catch (RuntimeException failure) {
            LOG.debug("Reading ahead failed", failure);
            forget();
            return null;
        }
    }

    @Override
    public void close() {
        forget();
    }
}
