package org.syncline.platform.engine.run;

import java.util.Optional;

/** A step that stops when too many of its objects have errors. */
public record LimitedStep<P, R>(PagedStep<P, R> step, int limit) implements PagedStep<P, R> {

    @Override
    public Optional<P> next() {
        return step.next();
    }

    @Override
    public R work(P page) {
        return step.work(page);
    }

    @Override
    public void record(R page) {
        step.record(page);
        Counters counters = step.counters();
        long failures = counters.of(Counter.STAGE_FAILURE)
                + counters.of(Counter.FLOW_FAILURE)
                + counters.of(Counter.OUTBOUND_FAILURE)
                + counters.of(Counter.EXPORT_FAILURE);
        if (failures > limit) {
            throw new TooManyErrors(failures, limit);
        }
    }

    @Override
    public StepEnd finish() {
        return step.finish();
    }

    @Override
    public StepEnd fail(RuntimeException cause) {
        return step.fail(cause);
    }

    @Override
    public boolean overlaps() {
        return step.overlaps();
    }

    @Override
    public Counters counters() {
        return step.counters();
    }

    @Override
    public void close() {
        step.close();
    }
}
