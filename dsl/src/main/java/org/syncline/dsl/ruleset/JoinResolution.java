package org.syncline.dsl.ruleset;

/**
 * Whom an object belongs to that several identities match.
 *
 * @param identity one of those that match; {@link #NOBODY} to try the next criterion
 */
public record JoinResolution(long identity, String rule, RuleLocation location) {
    public static final long NOBODY = 0;
}
