package org.syncline.platform.pipeline;

import java.util.Objects;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.messaging.MessageHeaders;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;

/** Runs the step of a message, unless its run was stopped meanwhile. */
final class StepHandler {
    private final PageLoops loops;
    private final LockRegistry<?> connectors = new ConnectorLocks();

    StepHandler(PageLoops loops) {
        this.loops = loops;
    }

    /** Never two steps of one connector at a time. */
    StepReport alone(StepRequest request, MessageHeaders headers) {
        try {
            return connectors.executeLocked(request.connector(), () -> run(request, headers));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return Reports.notStarted(request);
        }
    }

    private StepReport run(StepRequest request, MessageHeaders headers) {
        Run run = Objects.requireNonNull(headers.get(Run.HEADER, Run.class));
        return run.isStopped() ? Reports.notStarted(request) : run(run, request);
    }

    /** Executors lose the message of an Error, and with it the way to the run that waits; an exception keeps it. */
    private StepReport run(Run run, StepRequest request) {
        try {
            StepReport report = run.run(request, loops.of(request, run::isStopped));
            return Objects.requireNonNull(report, "the step gave no report");
        } catch (Error error) {
            throw new IllegalStateException(error.toString(), error);
        }
    }
}
