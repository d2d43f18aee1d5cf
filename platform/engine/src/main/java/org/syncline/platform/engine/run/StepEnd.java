package org.syncline.platform.engine.run;

import java.util.ArrayList;
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

    /** The same, with more to say to the administrator. */
    public StepEnd saying(List<String> remarks) {
        List<String> all = new ArrayList<>(remarks);
        if (message != null) {
            all.addFirst(message);
        }
        return new StepEnd(result, all.isEmpty() ? null : String.join("\n", all), errors);
    }

    public static StepEnd of(StepResult result, List<ObjectError> errors) {
        return new StepEnd(result, null, errors);
    }
}
