package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The time in which pages are read and evaluated before their turn. Nothing is written while something is read, and what is written is
 * remembered: so it can be told what of that which was read still stands.
 */
final class Glance {
    private final ReadWriteLock time = new ReentrantReadWriteLock();
    private final KnownNames names;
    private final List<Written> written = new ArrayList<>();
    private int forgotten;
    private boolean isOver;

    Glance(Synchronization present) {
        this.names = new KnownNames(present.store().connectorSpace());
    }

    /** What was looked up, as it stands; for {@link #read}. */
    KnownNames names() {
        return names;
    }

    /**
     * What was read.
     *
     * @param moment how often something had been written
     */
    record Seen<T>(T read, int moment) {}

    /**
     * Reads something while nothing is written; one thread at a time.
     *
     * @throws CancellationException if the time is over
     */
    <T> Seen<T> read(Supplier<T> reading) {
        time.readLock().lock();
        try {
            refuseIfOver();
            return new Seen<>(reading.get(), moment());
        } finally {
            time.readLock().unlock();
        }
    }

    private void refuseIfOver() {
        if (isOver) {
            throw new CancellationException("What was read does not stand any more");
        }
    }

    private int moment() {
        return forgotten + written.size();
    }

    /** An evaluation of what was seen. From its first question to the store until it is closed nothing is written. */
    Evaluation evaluation(Seen<?> seen) {
        return new Evaluation(seen.moment());
    }

    final class Evaluation implements AutoCloseable {
        private final int moment;
        private boolean asked;

        private Evaluation(int moment) {
            this.moment = moment;
        }

        /**
         * Before it asks the store for something.
         *
         * @throws CancellationException if something was written since, or the time is over
         */
        void ask() {
            if (!asked) {
                time.readLock().lock();
                asked = true;
            }
            refuseIfOver();
            if (moment() != moment) {
                throw new CancellationException("Something was written meanwhile");
            }
        }

        boolean hasAsked() {
            return asked;
        }

        @Override
        public void close() {
            if (asked) {
                time.readLock().unlock();
            }
        }
    }

    /** Writes something while nothing is read. */
    void write(Written what, Runnable writing) {
        time.writeLock().lock();
        try {
            writing.run();
            written.add(what);
            names.forget(what);
        } finally {
            time.writeLock().unlock();
        }
    }

    /** What was written since something was seen; whatever was written before is forgotten. */
    List<Written> since(Seen<?> seen) {
        time.writeLock().lock();
        try {
            written.subList(0, seen.moment() - forgotten).clear();
            forgotten = seen.moment();
            return List.copyOf(written);
        } finally {
            time.writeLock().unlock();
        }
    }

    /** Waits for what is being read, and lets nothing more begin. */
    void end() {
        time.writeLock().lock();
        isOver = true;
        time.writeLock().unlock();
    }
}
