package org.syncline.platform.engine.ruletest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.dsl.reload.RulesetCheck;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.Problem;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.operations.OperationRefused;

/**
 * Demands that rules pass the tests that lie beside them. Kept from version to version: a test that passed is run again only if a file
 * has changed that can matter to it.
 */
public final class RuleTestCheck implements RulesetCheck {
    private final Connectors connectors;
    private final Clock clock;
    private final int threads;
    private Set<String> passed = Set.of();

    /**
     * @param folder of the configuration; its systems are never opened, and its secrets are of no use
     * @param threads how many tests run at once
     */
    public RuleTestCheck(Path folder, Clock clock, int threads) {
        this.connectors = new Connectors(folder, name -> Optional.of("of no use in a test"), clock);
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public List<Problem> problems(Ruleset ruleset) {
        try {
            return run(ruleset).results().stream()
                    .flatMap(result -> result.failures().stream()
                            .map(failure -> problem(result.test().name(), failure)))
                    .toList();
        } catch (OperationRefused refused) {
            return List.of(new Problem("tests", 1, 1, refused.getMessage(), null));
        }
    }

    /** Runs the tests that may come to another end than when they passed. */
    synchronized TestReport run(Ruleset ruleset) {
        TestInputs inputs = new TestInputs(ruleset);
        Set<String> still = ruleset.tests().stream()
                .map(inputs::hashOf)
                .filter(passed::contains)
                .collect(Collectors.toSet());
        TestReport report = new RuleTesting(ruleset, connectors, clock, threads)
                .run(test -> !still.contains(inputs.hashOf(test)), result -> {});
        report.results().stream()
                .filter(result -> result.isPassed() && inputs.isTimeless(result.test()))
                .map(result -> inputs.hashOf(result.test()))
                .forEach(still::add);
        passed = still;
        return report;
    }

    private static Problem problem(String test, TestFailure failure) {
        RuleLocation place = failure.location();
        String step = failure.step() == null ? "" : " in the step '" + failure.step() + "'";
        return new Problem(place.file(), place.line(), place.column(),
                "The rule test '" + test + "' fails" + step + ": " + failure.message() + differences(failure), null);
    }

    private static String differences(TestFailure failure) {
        return failure.differences().stream()
                .map(one -> one.attribute() + " is " + text(one.actual()) + " in place of " + text(one.expected())
                        + (one.rule() == null ? "" : " by " + one.rule()))
                .collect(Collectors.joining(", ", failure.differences().isEmpty() ? "" : ": ", ""));
    }

    private static String text(String value) {
        return value == null ? "nothing" : "'" + value + "'";
    }
}
