package org.syncline.platform.engine.run;

import java.util.List;

/**
 * How a paged step ended.
 *
 * @param message for the administrator; null if there is nothing to say
 * @param errors raised in it
 */
public record StepEnd(StepResult result, String message, List<ObjectError> errors) {
    public StepEnd {
        errors = List.copyOf(errors);
    }

    public static StepEnd of(StepResult result, List<ObjectError> errors) {
        return new StepEnd(result, null, errors);
    }
}
