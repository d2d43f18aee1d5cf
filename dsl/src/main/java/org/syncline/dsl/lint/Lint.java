package org.syncline.dsl.lint;

import org.syncline.dsl.ruleset.RuleLocation;

/**
 * One finding.
 *
 * @param message what is found, without a full stop
 * @param suggestion how to mend it
 */
public record Lint(LintCode code, RuleLocation location, String message, String suggestion) {}
