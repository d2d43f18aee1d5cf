package org.syncline.schema.identity;

import java.time.Instant;

/**
 * Why an account leaves its identity, or left it: a deprovisioning rule, one that has it created anew, the end of its identity. It
 * stays at an object that was disconnected: what comes back is enabled, and is not projected unless it changed since.
 *
 * @param rule name of the rule, or {@link #IDENTITY_ENDS} or {@link #DISCONNECTED_BY_HAND}
 * @param since when its outcome first held; stages are counted from here
 * @param isOver whether it is done with: what undoes it is under way, or it is no reason to act once more
 */
public record Leaving(String rule, Instant since, boolean isOver) {
    public static final String IDENTITY_ENDS = "when-identity-ends";
    public static final String DISCONNECTED_BY_HAND = "disconnected-by-hand";

    /** That a rule holds. */
    public Leaving(String rule, Instant since) {
        this(rule, since, false);
    }

    /** The same once the rule has ceased to hold. */
    public Leaving over() {
        return isOver ? this : new Leaving(rule, since, true);
    }

    /** The same as if it had never been over. */
    public Leaving anew() {
        return isOver ? new Leaving(rule, since) : this;
    }

    public boolean isOf(String name) {
        return rule.equals(name);
    }
}
