package org.syncline.platform.pipeline;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.messaging.MessageChannel;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRunner;

/** The way into the flows: runs steps, and what follows them, until nothing is left to do. */
public final class Pipeline implements AutoCloseable {
    private final MessageChannel steps;
    private final Set<Run> runs = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    Pipeline(MessageChannel steps) {
        this.steps = steps;
    }

    /**
     * Returns when no step is outstanding. An interruption of the calling thread stops the run and is kept.
     *
     * @param runner runs the steps, several at a time
     * @param nextSteps is asked in the calling thread
     * @param listener gets each report in the order in which the steps ended, in the calling thread
     */
    public void run(StepRunner runner, NextSteps nextSteps, Consumer<StepReport> listener) {
        Run run = new Run(steps, runner, nextSteps, listener);
        runs.add(run);
        if (stopped) {
            run.stop();
        }
        try {
            run.untilQuiet();
        } finally {
            runs.remove(run);
            run.ended();
        }
    }

    /**
     * Lets every run finish its pages at hand and end, also a run that comes later; the steps so stopped are reported. Does not wait
     * for it.
     */
    public void stop() {
        stopped = true;
        runs.forEach(Run::stop);
    }

    /** Stops, and waits until every run has ended. */
    @Override
    public void close() {
        stop();
        runs.forEach(Run::awaitEnd);
    }
}
