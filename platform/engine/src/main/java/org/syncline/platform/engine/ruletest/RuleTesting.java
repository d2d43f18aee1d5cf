package org.syncline.platform.engine.ruletest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.RuleTest;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.run.PinnedRules;

/** Runs the tests of a folder. Nothing real is read or written. */
public final class RuleTesting {
    private static final long VERSION = 1;

    private final Ruleset ruleset;
    private final Connectors connectors;
    private final Clock clock;
    private final int threads;

    /**
     * @param connectors are asked what they can do, and never opened
     * @param clock of tests that do not say what time it is
     * @param threads how many tests run at once; the result is the same for any number
     */
    public RuleTesting(Ruleset ruleset, Connectors connectors, Clock clock, int threads) {
        this.ruleset = ruleset;
        this.connectors = connectors;
        this.clock = clock;
        this.threads = threads;
    }

    /** What came of one test, and the rules that decided anything in it. */
    private record Ended(TestResult result, Set<RuleLocation> exercised) {}

    /**
     * Runs tests.
     *
     * @param which are run
     * @param results gets each, in the order of the tests, as soon as it and those before it have ended
     * @throws org.syncline.platform.engine.operations.OperationRefused if a given object is none that its system could hold
     */
    public TestReport run(Predicate<RuleTest> which, Consumer<TestResult> results) {
        List<RuleTest> tests = ruleset.tests().stream().filter(which).toList();
        PinnedRules rules = new PinnedRules(TestSystems.inMemory(ruleset, connectors), VERSION);
        List<TestResult> all = new ArrayList<>();
        Set<RuleLocation> exercised = new HashSet<>();
        try (ExecutorService workers = workers()) {
            try {
                List<Future<Ended>> begun =
                        tests.stream().map(test -> workers.submit(() -> run(test, rules))).toList();
                for (Future<Ended> test : begun) {
                    Ended ended = await(test);
                    all.add(ended.result());
                    exercised.addAll(ended.exercised());
                    results.accept(ended.result());
                }
            } finally {
                workers.shutdownNow();
            }
        }
        return new TestReport(all, Coverage.of(ruleset, exercised));
    }

    private ExecutorService workers() {
        return Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("rule-tests-", 1).factory());
    }

    private Ended run(RuleTest test, PinnedRules rules) {
        if (!test.enabled()) {
            return new Ended(new TestResult(test, List.of(), Duration.ZERO), Set.of());
        }
        Instant began = clock.instant();
        TestRun run = new TestRun(
                rules, new TestSystems(rules.ruleset(), connectors), new TestClock(began, ruleset.zone()));
        List<TestFailure> failures = run.run(test);
        return new Ended(
                new TestResult(test, failures, Duration.between(began, clock.instant())), run.exercised());
    }

    private static Ended await(Future<Ended> test) {
        try {
            return test.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The rule tests were stopped", stopped);
        }
    }
}
