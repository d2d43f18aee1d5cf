package org.syncline.platform.engine;

import java.util.Optional;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.PagedStep;
import org.syncline.platform.engine.run.StepEnd;

/** A step that keeps, page by page, what it counted. */
record RecordedStep<P, R>(PagedStep<P, R> step, StepRecording recording) implements PagedStep<P, R> {

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
        recording.recorded();
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
