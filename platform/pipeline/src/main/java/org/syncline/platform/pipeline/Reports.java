package org.syncline.platform.pipeline;

import java.time.Duration;
import java.util.List;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;

/** Reports of steps of which the engine could give none. */
final class Reports {

    private Reports() {}

    static StepReport notStarted(StepRequest request) {
        return stopped(request, "not started, because the run was stopped; run again to go on");
    }

    static StepReport failed(StepRequest request, Throwable cause) {
        return stopped(request, "the step broke off with an unexpected " + cause
                + "; what was recorded stays, the log has the details, and the next run goes on");
    }

    private static StepReport stopped(StepRequest request, String message) {
        return new StepReport(request, StepResult.STOPPED_SERVER, new Counters(), message, List.of(), Duration.ZERO);
    }
}
