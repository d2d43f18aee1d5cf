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
        return stopped(request, "Not started, because the run was stopped. Run again to go on.");
    }

    static StepReport failed(StepRequest request, Throwable cause) {
        return stopped(request, "The step broke off: " + cause
                + ". What was recorded stays. Please report it with the log.");
    }

    private static StepReport stopped(StepRequest request, String message) {
        return new StepReport(request, StepResult.STOPPED_SERVER, new Counters(), message, List.of(), Duration.ZERO);
    }
}
