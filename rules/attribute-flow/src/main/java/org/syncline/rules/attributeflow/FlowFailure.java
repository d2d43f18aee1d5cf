package org.syncline.rules.attributeflow;

import org.syncline.dsl.ruleset.RuleLocation;

/**
 * A flow that failed on one object.
 *
 * @param object number of the contributing connector-space object, or of the account
 * @param code such as {@code flow-failure} or {@code type-mismatch}
 */
public record FlowFailure(long object, String rule, RuleLocation location, String code, String message) {}
