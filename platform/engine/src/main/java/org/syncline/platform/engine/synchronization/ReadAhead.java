package org.syncline.platform.engine.synchronization;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.synchronization.Glance.Seen;
import org.syncline.platform.engine.synchronization.PageReader.Read;

/**
 * Reads and evaluates the next pages of a step, several at once. What was read counts only where nothing of it was written since. What
 * came of it counts only if it needed nothing but that, or if nothing was written and nothing came of it; else the page is evaluated
 * again when its turn comes. So nothing depends on how many threads there are.
 */
final class ReadAhead implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);

    /** For so many pages nothing is read ahead after that was in vain, or nothing evaluated. */
    private static final int PAUSE = 8;

    /**
     * What came of a page.
     *
     * @param asked whether it asked the store for something
     */
    private record Evaluated(Page page, boolean asked, boolean reservedNothing) {
        static final Evaluated NOTHING = new Evaluated(null, false, false);
    }

    /** @param evaluated fails with the evaluation */
    private record Coming(CompletableFuture<Seen<Read>> read, CompletableFuture<Evaluated> evaluated) {}

    /**
     * What is known of a page.
     *
     * @param read nothing if it was not read
     * @param page as it was evaluated; null if it was not
     * @param mayBeWritten whether the page may be written as it is, whatever came of it
     */
    record Next(Read read, Page page, boolean mayBeWritten) {
        static final Next UNKNOWN = new Next(PageReader.NOTHING, null, false);
    }

    private final Synchronization synchronization;
    private final Store store;
    private final String connector;
    private final int size;
    private final Workers workers;
    private final PageReader reader;
    private final Deque<Coming> coming = new ArrayDeque<>();
    private PageSource source;
    private Glance glance;
    /** How many pages in succession left the others as they were: so many are worth looking ahead. */
    private int quiet;
    /** How many pages more are not evaluated before their turn. */
    private int pause;

    ReadAhead(Synchronization synchronization, String connector, int size) {
        this.synchronization = synchronization;
        this.store = synchronization.store();
        this.connector = connector;
        this.size = size;
        this.workers = synchronization.workers();
        this.reader = new PageReader(store, synchronization.rules());
    }

    /** Looks at the pages after this one, unless looking ahead was in vain lately or this is the last. */
    void begin(Batch batch) {
        boolean isFull = batch.ids().size() == size && source != null && source.segment() == batch.segment();
        if (quiet <= 0 || !isFull || workers.isAlone() || synchronization.trace().isOn()) {
            return;
        }
        if (glance == null) {
            glance = new Glance(synchronization);
        }
        Glance now = glance;
        PageSource from = source;
        if (coming.isEmpty()) {
            long after = batch.ids().getLast();
            add(workers.later(() -> now.read(() -> reader.read(from, after, size, now.names()))));
        }
        while (coming.size() < Math.min(quiet, workers.threads() + 1)) {
            add(workers.after(coming.getLast().read(), seen -> now.read(() -> following(from, seen.read(), now))));
        }
    }

    private void add(CompletableFuture<Seen<Read>> read) {
        Glance now = glance;
        PageSource from = source;
        boolean isEvaluated = pause == 0;
        pause = Math.max(0, pause - 1);
        coming.add(new Coming(read, isEvaluated
                ? workers.after(read, seen -> evaluate(from, seen, now))
                : CompletableFuture.completedFuture(Evaluated.NOTHING)));
    }

    /** One after the other, since they read through one connection. */
    private Read following(PageSource from, Read read, Glance now) {
        return read.objects().size() < size
                ? PageReader.NOTHING
                : reader.read(from, read.objects().getLast().id(), size, now.names());
    }

    private Evaluated evaluate(PageSource from, Seen<Read> seen, Glance now) {
        Read read = seen.read();
        if (read.objects().isEmpty()) {
            return Evaluated.NOTHING;
        }
        try (Glance.Evaluation evaluation = now.evaluation(seen)) {
            Synchronization aside = synchronization.aside(evaluation::ask);
            Page page = new Synchronizer(aside).synchronize(Batch.of(from.segment(), read.ids()), read);
            page.compare();
            return new Evaluated(page, evaluation.hasAsked(), aside.reservedNothing());
        }
    }

    /** Writes what became of the page at hand. */
    void write(PageChanges changes, Runnable writing) {
        quiet++;
        if (glance == null || changes.isNothing()) {
            writing.run();
        } else {
            glance.write(Written.of(connector, changes), writing);
        }
    }

    /** Notes that a page has to be evaluated in its turn although it was before. */
    void evaluatedInVain() {
        pause = PAUSE;
    }

    /** Forgets whatever was read. */
    void forget() {
        quiet = Math.min(quiet, 0);
        coming.clear();
        if (glance != null) {
            glance.end();
            glance = null;
        }
    }

    /** The numbers of a page from beyond {@code after}: the one that was read, or else read now. */
    List<Long> ids(PageSource wanted, long after) {
        if (!wanted.equals(source)) {
            forget();
            source = wanted;
        }
        Read read = read();
        return read != null && read.after() == after
                ? read.ids()
                : wanted.ids(store.connectorSpace(), after, size);
    }

    /** What is known of a page. */
    Next take(List<Long> page) {
        Read read = read();
        if (read == null || !read.ids().equals(page)) {
            if (!coming.isEmpty()) {
                forget();
            }
            return Next.UNKNOWN;
        }
        Coming next = coming.remove();
        List<Written> since = glance.since(next.read().join());
        Read standing = read;
        for (Written written : since) {
            standing = standing.without(written);
        }
        Evaluated evaluated = evaluated(next);
        boolean isAlone = !evaluated.asked && standing == read;
        if (evaluated.page != null && (since.isEmpty() || isAlone)) {
            return new Next(standing, evaluated.page, isAlone && evaluated.reservedNothing);
        }
        if (evaluated != Evaluated.NOTHING) {
            evaluatedInVain();
        }
        return new Next(standing, null, false);
    }

    /** Nothing if it could not be evaluated: then it is evaluated again where a failure is handled. */
    private Evaluated evaluated(Coming next) {
        try {
            return next.evaluated().join();
        } catch (RuntimeException failure) {
            LOG.debug("Evaluating ahead failed", failure);
            evaluatedInVain();
            return Evaluated.NOTHING;
        }
    }

    /**
     * The page that comes next; null if there is none, if something of it was written since it was read, or if it could not be read:
     * then it is read again where a failure is handled.
     */
    private Read read() {
        if (coming.isEmpty()) {
            return null;
        }
        try {
            Seen<Read> seen = coming.element().read().join();
            if (glance.since(seen).stream().noneMatch(seen.read()::isTouchedBy)) {
                return seen.read();
            }
            forget();
            quiet = -PAUSE;
        } catch (RuntimeException failure) {
            LOG.debug("Reading ahead failed", failure);
            forget();
        }
        return null;
    }

    @Override
    public void close() {
        forget();
    }
}
