package org.syncline.platform.engine.synchronization;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** The time in which nothing is written: whatever is read or evaluated in it may be used, until it ends. */
final class Glance {
    private final ReadWriteLock time = new ReentrantReadWriteLock();
    private final Synchronization synchronization;
    private final KnownNames names;
    private boolean isOver;

    Glance(Synchronization present) {
        this.synchronization = present.aside();
        this.names = new KnownNames(present.store().connectorSpace());
    }

    /** In which pages are evaluated that may come to nothing. */
    Synchronization synchronization() {
        return synchronization;
    }

    /** What was looked up; one thread at a time. */
    KnownNames names() {
        return names;
    }

    /**
     * Does something while it lasts.
     *
     * @throws CancellationException if it is over
     */
    <R> R at(Supplier<R> work) {
        time.readLock().lock();
        try {
            if (isOver) {
                throw new CancellationException("Something was written meanwhile");
            }
            return work.get();
        } finally {
            time.readLock().unlock();
        }
    }

    /** Waits for what is being done, and lets nothing more begin. */
    void end() {
        time.writeLock().lock();
        isOver = true;
        time.writeLock().unlock();
    }
}
