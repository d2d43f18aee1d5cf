package org.syncline.platform.engine.page;

import java.util.concurrent.CancellationException;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.dsl.ruleset.EndlessProgram;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.platform.engine.run.TooManyErrors;

/** How a failure ends a step, and what an administrator reads of it. */
public final class Failures {
    private Failures() {}

    public static StepResult result(RuntimeException failure) {
        return switch (failure) {
            case ConnectorException connector -> result(connector);
            case CancellationException stopped -> StepResult.STOPPED_USER_TERMINATION;
            case TooManyErrors tooMany -> StepResult.STOPPED_ERROR_LIMIT;
            default -> StepResult.STOPPED_SERVER;
        };
    }

    private static StepResult result(ConnectorException failure) {
        return switch (failure.code()) {
            case INVALID_SETTING, NO_START_CONNECTION, NOT_SUPPORTED -> StepResult.NO_START_CONNECTION;
            case NO_START_CREDENTIALS -> StepResult.NO_START_CREDENTIALS;
            case STOPPED_CONNECTIVITY -> StepResult.STOPPED_CONNECTIVITY;
            case FULL_IMPORT_REQUIRED -> StepResult.FULL_IMPORT_REQUIRED;
        };
    }

    public static String message(RuntimeException failure) {
        return failure instanceof ConnectorException
                || failure instanceof StoreException
                || failure instanceof TooManyErrors
                || failure instanceof EndlessProgram
                || failure instanceof CancellationException
                        ? failure.getMessage()
                        : "An error inside Syncline: " + failure + ". Please report it with the log.";
    }
}
