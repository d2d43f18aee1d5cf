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
        return stopped(
                request, StepResult.STOPPED_USER_TERMINATION,
                "Not started, because the run was stopped. Run again to go on.");
    }

    static StepReport failed(StepRequest request, Throwable cause) {
        return stopped(request, StepResult.STOPPED_SERVER, "The step broke off: " + cause
                + ". What was recorded stays. Please report it with the log.");
    }

    private static StepReport stopped(StepRequest request, StepResult result, String message) {
        return new StepReport(request, result, new Counters(), message, List.of(), Duration.ZERO);
    }
}
