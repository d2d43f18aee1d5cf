package org.syncline.platform.engine.run;

import java.time.Duration;
import java.util.List;

/**
 * What a step did.
 *
 * @param message for the administrator: why it stopped, or what to do; null if there is nothing to say
 * @param errors raised in this step
 */
public record StepReport(
        StepRequest request, StepResult result, Counters counters, String message, List<ObjectError> errors,
        Duration took) {
    public StepReport {
        errors = List.copyOf(errors);
    }
}
