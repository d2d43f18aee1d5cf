package org.syncline.connectors.ldap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Threads that share out the operations of a level among them. The calling thread is one of them. */
final class Lanes implements AutoCloseable {
    private final int count;
    private final ExecutorService others;

    Lanes(int count) {
        this.count = count;
        this.others = Executors.newFixedThreadPool(Math.max(1, count - 1),
                Thread.ofPlatform().daemon().name("ldap-export-", 1).factory());
    }

    /** Returns when the action has been done for each position. */
    void forEach(List<Integer> positions, IntConsumer action) {
        AtomicInteger next = new AtomicInteger();
        Runnable lane = () -> {
            for (int at = next.getAndIncrement(); at < positions.size(); at = next.getAndIncrement()) {
                action.accept(positions.get(at));
            }
        };
        List<Future<?>> running = new ArrayList<>();
        for (int started = 1; started < Math.min(count, positions.size()); started++) {
            running.add(others.submit(lane));
        }
        lane.run();
        running.forEach(Lanes::await);
    }

    private static void await(Future<?> lane) {
        try {
            lane.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("An operation failed in an unforeseen way", failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while changes were being sent", interruption);
        }
    }

    @Override
    public void close() {
        others.shutdown();
    }
}
