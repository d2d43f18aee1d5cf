package org.syncline.platform.pipeline;

import org.syncline.platform.engine.run.PagedStep;

/** A page that was worked and is to be recorded, with the step it belongs to. */
record WorkedPage<P, R>(PagedStep<P, R> step, PageTimings timings, R content) {

    void record() {
        timings.record(() -> step.record(content));
    }

    /** Without the content: the framework writes messages out for a log even where nobody keeps it. */
    @Override
    public String toString() {
        return "a page that was worked";
    }
}
