package org.syncline.platform.engine.run;

/** Runs one step from its beginning to its end and keeps its history. */
@FunctionalInterface
public interface StepRunner {

    /**
     * Runs a step. Whatever goes wrong is in the report, never an exception.
     *
     * @param pages drives the pages of the step
     */
    StepReport run(StepRequest request, PageLoop pages);
}
