package org.syncline.dsl.ruleset;

/**
 * What a program says of a step.
 *
 * @param refuses whether the step must not begin
 */
public record StepRemark(String rule, RuleLocation location, String message, boolean refuses) {}
