package org.syncline.schema.identity;

import java.time.Instant;

/**
 * That a deprovisioning rule holds for an account of a living identity, or that its identity is ending.
 *
 * @param rule name of the rule, or {@link #IDENTITY_ENDS}
 * @param since when its outcome first held; stages are counted from here
 */
public record Leaving(String rule, Instant since) {
    public static final String IDENTITY_ENDS = "when-identity-ends";
}
