package org.syncline.platform.app.wiring;

import java.util.List;
import java.util.Optional;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.PagedStep;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepResult;

/** A step of some pages, which overlaps and counts what it read and recorded. */
final class Pages implements PagedStep<Integer, Integer> {
    private final int pages;
    private volatile int read;
    private volatile int recorded;

    Pages(int pages) {
        this.pages = pages;
    }

    int read() {
        return read;
    }

    int recorded() {
        return recorded;
    }

    @Override
    public Optional<Integer> next() {
        if (read == pages) {
            return Optional.empty();
        }
        read++;
        return Optional.of(read);
    }

    @Override
    public Integer work(Integer page) {
        return page;
    }

    @Override
    public void record(Integer page) {
        recorded = page;
    }

    @Override
    public StepEnd finish() {
        return StepEnd.of(StepResult.SUCCESS, List.of());
    }

    @Override
    public StepEnd fail(RuntimeException cause) {
        return new StepEnd(StepResult.STOPPED_SERVER, cause.getMessage(), List.of());
    }

    @Override
    public boolean overlaps() {
        return true;
    }

    @Override
    public Counters counters() {
        return new Counters();
    }

    @Override
    public void close() {}
}
