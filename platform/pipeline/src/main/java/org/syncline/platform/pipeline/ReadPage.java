package org.syncline.platform.pipeline;

import org.syncline.platform.engine.run.PagedStep;

/** A page that was read, with the step it belongs to. */
record ReadPage<P, R>(PagedStep<P, R> step, PageTimings timings, P content) {

    WorkedPage<P, R> work() {
        return new WorkedPage<>(step, timings, timings.work(() -> step.work(content)));
    }

    /** Without the content: the framework writes messages out for a log even where nobody keeps it. */
    @Override
    public String toString() {
        return "a page that was read";
    }
}
