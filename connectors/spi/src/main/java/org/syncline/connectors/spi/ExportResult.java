package org.syncline.connectors.spi;

import java.time.Duration;
import org.syncline.schema.identity.Anchor;

/** What really happened to one export operation. */
public sealed interface ExportResult {

    /**
     * The system did it.
     *
     * @param anchor of the object, or null when the system tells it only at the next import
     * @param dn the object has now, or null where the system has no names
     */
    record Accepted(Anchor anchor, String dn) implements ExportResult {}

    /**
     * The system refused.
     *
     * @param code what kind of refusal
     * @param message the system's own words, made readable
     * @param attribute the guilty attribute, or null if it is not known
     * @param retryAfter how long the system asks to wait; null if it does not say
     */
    record Rejected(Code code, String message, String attribute, Duration retryAfter) implements ExportResult {}

    /** Why a system refuses a change. */
    enum Code {
        ALREADY_EXISTS(false),
        NO_SUCH_OBJECT(false),
        CONSTRAINT_VIOLATION(false),
        SCHEMA_VIOLATION(false),
        PERMISSION_DENIED(false),
        NOT_SUPPORTED(false),
        BUSY(true),
        /** It takes only so much at a time, and this was more. */
        THROTTLED(true),
        /** It could not be reached, so that this was not sent; nor will anything else be for now. */
        UNREACHABLE(true),
        /** Its answer was lost: whether it was done has to be found out before it is sent again. */
        CONNECTION_LOST(true);

        private final boolean retryable;

        Code(boolean retryable) {
            this.retryable = retryable;
        }

        /** Whether the same change may succeed later. */
        public boolean isRetryable() {
            return retryable;
        }
    }
}
