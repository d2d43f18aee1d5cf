package org.syncline.dsl.extension;

import org.syncline.dsl.ruleset.RuleLocation;

/**
 * What is wrong with a file of programs.
 *
 * @param suggestion how to mend it; null for nothing
 */
public record Mistake(RuleLocation place, String message, String suggestion) {}
