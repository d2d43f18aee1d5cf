package org.syncline.platform.app.workspace;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The time between two cycles: it ends early when there is something to do, and for good when the work is to end. */
final class Pause {
    private final Semaphore end = new Semaphore(0);
    private volatile boolean stopped;

    /** There is something to do. */
    void cutShort() {
        end.release();
    }

    void stop() {
        stopped = true;
        end.release();
    }

    /** Whether the work goes on after the pause; an interruption is kept, and ends it. */
    boolean await(Duration atMost) {
        try {
            if (!stopped && end.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                end.drainPermits();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
        return !stopped;
    }
}
