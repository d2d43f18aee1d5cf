package org.syncline.platform.engine.ruletest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.RuleTest;
import org.syncline.dsl.ruleset.RuleTest.ExpectedError;
import org.syncline.dsl.ruleset.RuleTest.ExpectedExport;
import org.syncline.dsl.ruleset.RuleTest.ExpectedIdentity;
import org.syncline.dsl.ruleset.RuleTest.Nothing;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.Engine;
import org.syncline.platform.engine.export.Waiting;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.operations.Explaining;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;

/** One test: whole cycles of the engine, from nothing on. */
final class TestRun {
    private static final long SEED = 1;

    private final TestSystems systems;
    private final TestClock clock;
    private final Store store;
    private final PinnedRules rules;
    private final Engine engine;
    private final Decisions decisions = new Decisions();
    private final ErrorJudge errors = new ErrorJudge();

    /**
     * @param rules between systems in memory
     * @param systems that are empty
     */
    TestRun(PinnedRules rules, TestSystems systems, TestClock clock) {
        this.rules = rules;
        this.systems = systems;
        this.clock = clock;
        this.store = new MemoryStore(TypeSource.of(rules::ruleset));
        this.engine = new Engine(
                store, systems.connectors(), rules, clock,
                new Waiting(clock::pass, new Random(SEED)), 1);
    }

    /** What failed in the first step in which anything did: those that follow build on it. */
    List<TestFailure> run(RuleTest test) {
        for (RuleTest.Step step : test.steps()) {
            List<TestFailure> failures = run(step, step == test.steps().getFirst() ? null : step.name());
            if (!failures.isEmpty()) {
                return failures;
            }
        }
        return List.of();
    }

    /** Where the rules stand that decided anything. */
    Set<RuleLocation> exercised() {
        return decisions.exercised();
    }

    /** @param name of the step; null where it is that of the test */
    private List<TestFailure> run(RuleTest.Step step, String name) {
        clock.set(step.time());
        step.given().forEach(systems::give);
        ExportWatch watch = new ExportWatch(store, rules.ruleset());
        List<StepReport> reports = cycle(watch);
        StepOutcome outcome = new StepOutcome(
                watch.changes(new Present(clock.instant(), rules.ruleset().zone())),
                store.metaverse().load(store.metaverse().all(0, Integer.MAX_VALUE)),
                reports.stream().flatMap(report -> report.errors().stream()).toList(),
                decisions,
                new WrittenValues(new IdentityNames(store)),
                new Explaining(store, rules, clock));
        List<TestFailure> failures = new ArrayList<>();
        reports.stream().flatMap(report -> stopped(report, step, name)).forEach(failures::add);
        failures.addAll(errors.judgeOthers(step, name, outcome, openErrors()));
        step.expectations().forEach(expected -> failures.addAll(judge(expected, outcome, name)));
        return withoutRepetition(failures);
    }

    /** What explains several failures is said once. */
    private static List<TestFailure> withoutRepetition(List<TestFailure> failures) {
        Set<List<String>> said = new HashSet<>();
        return failures.stream()
                .map(failure -> said.add(failure.reasons())
                        ? failure
                        : new TestFailure(
                                failure.location(), failure.step(), failure.message(), failure.differences(),
                                List.of()))
                .toList();
    }

    private List<StepReport> cycle(ExportWatch watch) {
        Engine traced = engine.tracedBy(decisions.next());
        NextSteps next = traced.cycle();
        Deque<StepRequest> open = new ArrayDeque<>(next.first());
        List<StepReport> reports = new ArrayList<>();
        while (!open.isEmpty()) {
            StepRequest request = open.poll();
            if (request.step().kind() == Kind.EXPORT) {
                watch.beforeExport(request.connector());
            }
            StepReport report = traced.run(request, PageLoop.SEQUENTIAL);
            reports.add(report);
            open.addAll(next.after(report));
        }
        return reports;
    }

    /** A step of the engine that could not do its work. */
    private static Stream<TestFailure> stopped(StepReport report, RuleTest.Step step, String name) {
        boolean isDone = report.result().isCompleted() || report.result() == StepResult.FULL_IMPORT_REQUIRED;
        return isDone
                ? Stream.empty()
                : Stream.of(new TestFailure(
                        step.location(), name,
                        report.request() + " ended with " + report.result().text() + ": " + report.message(),
                        List.of(), List.of()));
    }

    private Set<String> openErrors() {
        return rules.ruleset().connectors().keySet().stream()
                .flatMap(connector -> store.runHistory().errors(connector).stream())
                .map(ObjectError::key)
                .collect(Collectors.toSet());
    }

    private List<TestFailure> judge(RuleTest.Expectation expected, StepOutcome outcome, String step) {
        ExportJudge exports = new ExportJudge(outcome, step);
        IdentityJudge identities = new IdentityJudge(outcome, step);
        return switch (expected) {
            case ExpectedExport export -> list(exports.judge(export));
            case ExpectedIdentity identity -> list(identities.judge(identity));
            case ExpectedError error -> list(errors.judge(error, outcome, step));
            case Nothing nothing -> Stream.concat(
                    identities.judgeNothing(nothing).stream(), exports.judgeNothing(nothing).stream())
                    .toList();
        };
    }

    private static List<TestFailure> list(Optional<TestFailure> failure) {
        return failure.map(List::of).orElse(List.of());
    }
}
