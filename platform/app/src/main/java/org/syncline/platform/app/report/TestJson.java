package org.syncline.platform.app.report;

import org.syncline.platform.engine.ruletest.Coverage;
import org.syncline.platform.engine.ruletest.Difference;
import org.syncline.platform.engine.ruletest.TestFailure;
import org.syncline.platform.engine.ruletest.TestResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code test --json} prints: an object for each test, and one for the rules. */
public final class TestJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TestJson() {}

    public static String of(TestResult result) {
        ObjectNode line = JSON.objectNode()
                .put("test", result.test().name())
                .put("location", result.test().location().toString())
                .put("result", result.isSkipped() ? "skipped" : result.isPassed() ? "passed" : "failed")
                .put("seconds", result.took().toMillis() / 1000.0);
        ArrayNode failures = line.putArray("failures");
        result.failures().forEach(failure -> failures.add(of(failure)));
        return line.toString();
    }

    private static ObjectNode of(TestFailure failure) {
        ObjectNode node = JSON.objectNode()
                .put("location", failure.location().toString())
                .put("step", failure.step())
                .put("message", failure.message());
        ArrayNode differences = node.putArray("differences");
        failure.differences().forEach(difference -> differences.add(of(difference)));
        ArrayNode reasons = node.putArray("reasons");
        failure.reasons().forEach(reasons::add);
        return node;
    }

    private static ObjectNode of(Difference difference) {
        return JSON.objectNode()
                .put("attribute", difference.attribute())
                .put("expected", difference.expected())
                .put("actual", difference.actual())
                .put("rule", difference.rule());
    }

    /** That a rule was exercised says that something was decided by it, not that a test looked at it. */
    public static String of(Coverage coverage) {
        ObjectNode line = JSON.objectNode()
                .put("rules", coverage.rules().size())
                .put("exercised", coverage.rules().size() - coverage.notExercised().size());
        ArrayNode missing = line.putArray("notExercised");
        coverage.notExercised().forEach(rule -> missing.add(JSON.objectNode()
                .put("kind", rule.kind())
                .put("name", rule.name())
                .put("location", rule.location().toString())));
        return line.toString();
    }
}
