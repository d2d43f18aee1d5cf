package org.syncline.platform.engine.ruletest;

import java.util.List;

/** What came of the tests of a folder, in their order, and which rules they exercised. */
public record TestReport(List<TestResult> results, Coverage coverage) {
    public TestReport {
        results = List.copyOf(results);
    }

    public long passed() {
        return results.stream().filter(TestResult::isPassed).count();
    }

    public long skipped() {
        return results.stream().filter(TestResult::isSkipped).count();
    }

    public long failed() {
        return results.size() - passed() - skipped();
    }
}
