package org.syncline.platform.engine.run;

/** How a step ended, by the names of MIM. */
public enum StepResult {
    SUCCESS("success"),
    COMPLETED_DISCOVERY_ERRORS("completed-discovery-errors"),
    COMPLETED_SYNC_ERRORS("completed-sync-errors"),
    COMPLETED_EXPORT_ERRORS("completed-export-errors"),
    COMPLETED_WARNINGS("completed-warnings"),
    NO_START_CONNECTION("no-start-connection"),
    NO_START_CREDENTIALS("no-start-credentials"),
    NO_START_HELD("no-start-held"),
    STOPPED_CONNECTIVITY("stopped-connectivity"),
    STOPPED_READ_GUARD("stopped-read-guard"),
    STOPPED_IMPORT_GUARD("stopped-import-guard"),
    STOPPED_ERROR_LIMIT("stopped-error-limit"),
    STOPPED_DELETION_THRESHOLD_EXCEEDED("stopped-deletion-threshold-exceeded"),
    STOPPED_EXPORT_GUARD("stopped-export-guard"),
    STOPPED_USER_TERMINATION("stopped-user-termination-from-wmi-or-ui"),
    STOPPED_SERVER("stopped-server"),
    FULL_IMPORT_REQUIRED("full-import-required");

    private final String text;

    StepResult(String text) {
        this.text = text;
    }

    /** As it is shown and stored. */
    public String text() {
        return text;
    }

    /** The result with this text. */
    public static StepResult of(String text) {
        for (StepResult result : values()) {
            if (result.text.equals(text)) {
                return result;
            }
        }
        throw new IllegalArgumentException("There is no step result '" + text + "'");
    }

    /** Whether a guard, or a hold that a guard left, kept the step from doing its work. */
    public boolean isHeld() {
        return switch (this) {
            case NO_START_HELD, STOPPED_READ_GUARD, STOPPED_IMPORT_GUARD, STOPPED_DELETION_THRESHOLD_EXCEEDED,
                    STOPPED_EXPORT_GUARD -> true;
            case SUCCESS, COMPLETED_DISCOVERY_ERRORS, COMPLETED_SYNC_ERRORS, COMPLETED_EXPORT_ERRORS,
                    COMPLETED_WARNINGS,
                    NO_START_CONNECTION, NO_START_CREDENTIALS, STOPPED_CONNECTIVITY, STOPPED_ERROR_LIMIT,
                    STOPPED_USER_TERMINATION,
                    STOPPED_SERVER,
                    FULL_IMPORT_REQUIRED -> false;
        };
    }

    /** Whether the step did all of its work, whatever became of single objects. */
    public boolean isCompleted() {
        return switch (this) {
            case SUCCESS, COMPLETED_DISCOVERY_ERRORS, COMPLETED_SYNC_ERRORS, COMPLETED_EXPORT_ERRORS,
                    COMPLETED_WARNINGS -> true;
            case NO_START_CONNECTION, NO_START_CREDENTIALS, NO_START_HELD, STOPPED_CONNECTIVITY, STOPPED_READ_GUARD,
                    STOPPED_IMPORT_GUARD, STOPPED_ERROR_LIMIT, STOPPED_DELETION_THRESHOLD_EXCEEDED,
                    STOPPED_EXPORT_GUARD, STOPPED_USER_TERMINATION, STOPPED_SERVER, FULL_IMPORT_REQUIRED ->
                    false;
        };
    }
}
