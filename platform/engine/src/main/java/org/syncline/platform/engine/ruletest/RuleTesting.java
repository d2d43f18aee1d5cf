package org.syncline.platform.engine.ruletest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.RuleTest;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.connection.Connectors;

/** Runs the tests of a folder. Nothing real is read or written. */
public final class RuleTesting {
    private final Ruleset ruleset;
    private final Connectors connectors;
    private final Clock clock;

    /**
     * @param connectors are asked what they can do, and never opened
     * @param clock of tests that do not say what time it is
     */
    public RuleTesting(Ruleset ruleset, Connectors connectors, Clock clock) {
        this.ruleset = ruleset;
        this.connectors = connectors;
        this.clock = clock;
    }

    /**
     * Runs tests one after the other.
     *
     * @param which are run
     * @param results gets each as soon as its test has ended
     * @throws org.syncline.platform.engine.operations.OperationRefused if a given object is none that its system could hold
     */
    public TestReport run(Predicate<RuleTest> which, Consumer<TestResult> results) {
        List<TestResult> all = new ArrayList<>();
        Set<RuleLocation> exercised = new HashSet<>();
        for (RuleTest test : ruleset.tests().stream().filter(which).toList()) {
            all.add(test.enabled() ? run(test, exercised) : new TestResult(test, List.of(), Duration.ZERO));
            results.accept(all.getLast());
        }
        return new TestReport(all, Coverage.of(ruleset, exercised));
    }

    private TestResult run(RuleTest test, Set<RuleLocation> exercised) {
        Instant began = clock.instant();
        TestRun run = new TestRun(new TestSystems(ruleset, connectors), new TestClock(began, ruleset.zone()));
        List<TestFailure> failures = run.run(test);
        exercised.addAll(run.exercised());
        return new TestResult(test, failures, Duration.between(began, clock.instant()));
    }
}
