package org.syncline.platform.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.syncline.platform.engine.page.Failures;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.PagedStep;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepResult;

/** A step whose pages are the numbers from 1; each stage can be told what to do besides. */
final class NumberedPages implements PagedStep<Integer, String> {
    private static final IntConsumer NOTHING = page -> {};

    final List<String> recorded = new CopyOnWriteArrayList<>();
    final Set<String> threads = new ConcurrentSkipListSet<>();
    final AtomicInteger read = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    volatile RuntimeException failure;
    private final int pages;
    private final boolean overlaps;
    int late;
    IntConsumer onNext = NOTHING;
    IntConsumer onWork = NOTHING;
    IntConsumer onRecord = NOTHING;
    Runnable onFinish = () -> {};

    NumberedPages(int pages, boolean overlaps) {
        this.pages = pages;
        this.overlaps = overlaps;
    }

    @Override
    public Optional<Integer> next() {
        if (read.get() == pages) {
            return Optional.empty();
        }
        noteThread();
        int page = read.get() + 1;
        onNext.accept(page);
        read.set(page);
        return Optional.of(page);
    }

    @Override
    public Optional<Integer> nextLate() {
        assertEquals(read.get(), recorded.size(), "every page that was read before is recorded");
        if (late == 0) {
            return Optional.empty();
        }
        late--;
        return Optional.of(read.incrementAndGet());
    }

    @Override
    public String work(Integer page) {
        noteThread();
        onWork.accept(page);
        return "page " + page;
    }

    @Override
    public void record(String page) {
        noteThread();
        onRecord.accept(Integer.parseInt(page.substring("page ".length())));
        recorded.add(page);
    }

    private void noteThread() {
        threads.add(Thread.currentThread().getName());
    }

    @Override
    public StepEnd finish() {
        onFinish.run();
        return StepEnd.of(StepResult.SUCCESS, List.of());
    }

    @Override
    public StepEnd fail(RuntimeException cause) {
        failure = cause;
        return new StepEnd(Failures.result(cause), cause.getMessage(), List.of());
    }

    @Override
    public boolean overlaps() {
        return overlaps;
    }

    @Override
    public Counters counters() {
        return new Counters();
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}
