package org.syncline.platform.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** Looks at the heap in use a hundred times a second; the peaks of its parts, which the JVM keeps, do not add up. */
final class HeapWatch implements AutoCloseable {
    private static final long INTERVAL = 10;

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final Thread watcher = Thread.ofPlatform().daemon().name("heap watch").unstarted(this::watch);
    private volatile boolean ended;
    private volatile long most;

    static HeapWatch begin() {
        HeapWatch watch = new HeapWatch();
        watch.look();
        watch.watcher.start();
        return watch;
    }

    private void watch() {
        try {
            while (!ended) {
                look();
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        most = Math.max(most, memory.getHeapMemoryUsage().getUsed());
    }

    /** The most bytes in use so far. */
    long most() {
        look();
        return most;
    }

    @Override
    public void close() {
        ended = true;
    }
}
