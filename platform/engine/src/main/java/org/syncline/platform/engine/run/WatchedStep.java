package org.syncline.platform.engine.run;

import java.util.Optional;

/**
 * A step that is watched: after each page that was recorded something is done.
 *
 * @param recorded what is done; if it throws, the step breaks off, and the page stays recorded
 */
public record WatchedStep<P, R>(PagedStep<P, R> step, Runnable recorded) implements PagedStep<P, R> {

    @Override
    public Optional<P> next() {
        return step.next();
    }

    @Override
    public Optional<P> nextLate() {
        return step.nextLate();
    }

    @Override
    public R work(P page) {
        return step.work(page);
    }

    @Override
    public void record(R page) {
        step.record(page);
        recorded.run();
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
