package org.syncline.platform.engine.ruletest;

import java.time.Duration;
import java.util.List;
import org.syncline.dsl.ruleset.RuleTest;

/**
 * What came of one test.
 *
 * @param failures of the first step that has any; none if it passed or did not run
 */
public record TestResult(RuleTest test, List<TestFailure> failures, Duration took) {
    public TestResult {
        failures = List.copyOf(failures);
    }

    /** Whether it did not run. */
    public boolean isSkipped() {
        return !test.enabled();
    }

    public boolean isPassed() {
        return test.enabled() && failures.isEmpty();
    }
}
