package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Evaluates the rules of many objects at once, in several threads. What comes out stands in the order of what went in, so that nothing
 * depends on how many threads there are.
 */
final class Workers implements AutoCloseable {
    /** Fewer are done by the calling thread: handing them over would take longer. */
    private static final int FEW = 32;

    private static final int PARTS_OF_A_THREAD = 4;

    private final int threads;
    private ExecutorService pool;

    /** @param threads 1 for the calling thread alone */
    Workers(int threads) {
        this.threads = threads;
    }

    /** Whether there is no thread but the calling one. */
    boolean isAlone() {
        return threads == 1;
    }

    int threads() {
        return threads;
    }

    /** Begins something in another thread. */
    <R> CompletableFuture<R> later(Supplier<R> work) {
        return CompletableFuture.supplyAsync(work, pool());
    }

    /** Goes on in another thread when something has ended. */
    <T, R> CompletableFuture<R> after(CompletableFuture<T> before, Function<T, R> work) {
        return before.thenApplyAsync(work, pool());
    }

    /** @param work reads what all share and changes nothing of it */
    <T, R> List<R> map(List<T> items, Function<T, R> work) {
        return threads == 1 || items.size() < FEW ? mapped(items, work) : together(items, work);
    }

    /** @param work answers every item of a part, in order */
    <T, R> List<R> mapPages(List<T> items, Function<List<T>, List<R>> work) {
        if (threads == 1 || items.size() < FEW) {
            return work.apply(items);
        }
        List<List<T>> pages = new ArrayList<>();
        int size = Math.ceilDiv(items.size(), threads);
        for (int from = 0; from < items.size(); from += size) {
            pages.add(items.subList(from, Math.min(from + size, items.size())));
        }
        return together(pages, work).stream().flatMap(List::stream).toList();
    }

    private static <T, R> List<R> mapped(List<T> items, Function<T, R> work) {
        List<R> results = new ArrayList<>(items.size());
        for (T item : items) {
            results.add(work.apply(item));
        }
        return results;
    }

    /** The calling thread works too; whoever has ended a part takes the next. */
    private <T, R> List<R> together(List<T> items, Function<T, R> work) {
        List<Part<T, R>> parts = parts(items);
        AtomicInteger taken = new AtomicInteger();
        Runnable taking = () -> {
            for (int next = taken.getAndIncrement(); next < parts.size(); next = taken.getAndIncrement()) {
                parts.get(next).work(work);
            }
        };
        for (int helper = 1; helper < threads; helper++) {
            pool().execute(taking);
        }
        taking.run();
        return joined(parts.stream().map(Part::results).toList());
    }

    private <T, R> List<Part<T, R>> parts(List<T> items) {
        int size = Math.ceilDiv(items.size(), threads * PARTS_OF_A_THREAD);
        List<Part<T, R>> parts = new ArrayList<>();
        for (int from = 0; from < items.size(); from += size) {
            parts.add(new Part<>(items.subList(from, Math.min(from + size, items.size())), new CompletableFuture<>()));
        }
        return parts;
    }

    private record Part<T, R>(List<T> items, CompletableFuture<List<R>> results) {
        void work(Function<T, R> work) {
            try {
                results.complete(mapped(items, work));
            } catch (RuntimeException | Error failure) {
                results.completeExceptionally(failure);
            }
        }
    }

    /** All parts have ended when this ends, also where one of them failed. */
    private static <R> List<R> joined(List<CompletableFuture<List<R>>> parts) {
        List<R> results = new ArrayList<>();
        RuntimeException failure = null;
        for (CompletableFuture<List<R>> part : parts) {
            try {
                results.addAll(part.join());
            } catch (CompletionException failed) {
                failure = failure == null ? cause(failed) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    private static RuntimeException cause(CompletionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException failure ? failure : failed;
    }

    private ExecutorService pool() {
        if (pool == null) {
            pool = Executors.newFixedThreadPool(
                    threads, Thread.ofPlatform().daemon().name("synchronization-", 1).factory());
        }
        return pool;
    }

    /** Ends when everything that was begun has. */
    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
    }
}
