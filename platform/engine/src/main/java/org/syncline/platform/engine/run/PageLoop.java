package org.syncline.platform.engine.run;

import java.util.Optional;

/** Drives the pages of a step: here in one thread, in the pipeline in several. */
public interface PageLoop {

    <P, R> StepEnd run(PagedStep<P, R> step);

    /** One page after the other, in the calling thread. */
    PageLoop SEQUENTIAL = new PageLoop() {
        @Override
        public <P, R> StepEnd run(PagedStep<P, R> step) {
            try (step) {
                for (Optional<P> page = step.next(); page.isPresent(); page = step.next()) {
                    step.record(step.work(page.get()));
                }
                for (Optional<P> page = step.nextLate(); page.isPresent(); page = step.nextLate()) {
                    step.record(step.work(page.get()));
                }
                return step.finish();
            } catch (RuntimeException failure) {
                return step.fail(failure);
            }
        }
    };
}
