package org.syncline.rules.provisioning;

import java.time.Instant;

/** Whether an identity lives on. */
public sealed interface EndDecision {

    /** It lives; an end that was pending is cancelled. */
    record Lives() implements EndDecision {}

    /** Its end is pending until then. */
    record Ending(Instant since, Instant due) implements EndDecision {}

    /** It ends now. */
    record Ends(Instant since) implements EndDecision {}
}
