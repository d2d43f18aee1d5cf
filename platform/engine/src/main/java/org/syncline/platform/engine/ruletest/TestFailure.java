package org.syncline.platform.engine.ruletest;

import java.util.List;
import org.syncline.dsl.ruleset.RuleLocation;

/**
 * An expectation that was not met, or something that went wrong and nobody expected.
 *
 * @param location of the expectation, or of the step
 * @param step its name; null if it has none
 * @param differences between what was expected and what comes nearest to it
 * @param reasons what the engine decided that may explain it
 */
public record TestFailure(
        RuleLocation location, String step, String message, List<Difference> differences, List<String> reasons) {
    public TestFailure {
        differences = List.copyOf(differences);
        reasons = List.copyOf(reasons);
    }
}
