package org.syncline.platform.engine;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.dsl.ruleset.StepOptions;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.export.Waiting;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;

/** Runs the engine for tests, one step after the other, at a time that stands still until it is moved or waited for. */
public final class Operator {

    /** Sees what runs. */
    public interface Witness {
        void begins(StepRequest step);

        void ended(StepReport report);
    }

    private final Supplier<Store> store;
    private final Supplier<PinnedRules> rules;
    private final MovableClock clock = new MovableClock();
    private final Connectors connectors;
    private final Map<String, List<String>> partitions = new HashMap<>();
    private List<Witness> witnesses = List.of();
    private int pageSize;
    private int threads = 4;

    /** @param folder of the configuration, for those of whom nothing is read from it any folder */
    public Operator(Path folder, Supplier<Store> store, Supplier<PinnedRules> rules) {
        this.store = store;
        this.rules = rules;
        this.connectors = new Connectors(folder, secret -> Optional.empty(), clock);
    }

    /** From now on steps are cut into pages of this size, whatever they say themselves. */
    public void withPagesOf(int objects) {
        pageSize = objects;
    }

    /** From now on so many threads evaluate the rules of a page. */
    public void withThreads(int number) {
        threads = number;
    }

    /** From now on each import of a connector becomes one step for each of its partitions. */
    public void withPartitions(String connector, List<String> names) {
        partitions.put(connector, names);
    }

    public void seenBy(Witness witness) {
        witnesses = List.of(witness);
    }

    public void wait(Duration time) {
        clock.now = clock.now.plus(time);
    }

    public Clock clock() {
        return clock;
    }

    /** Runs a whole cycle. */
    public List<StepReport> cycle() {
        return run(engine().cycle());
    }

    public List<StepReport> run(NextSteps next) {
        List<StepReport> reports = new ArrayList<>();
        Deque<StepRequest> steps = new ArrayDeque<>(next.first());
        while (!steps.isEmpty()) {
            StepReport report = run(steps.poll());
            reports.add(report);
            steps.addAll(next.after(report));
        }
        return reports;
    }

    public StepReport run(String connector, Kind kind) {
        return run(new StepRequest(connector, Step.of(kind), null));
    }

    /** The report of the first step that did not complete where it becomes several, else of the last. */
    public StepReport run(StepRequest request) {
        List<StepReport> reports = parts(request).stream().map(this::runOne).toList();
        return reports.stream().filter(report -> !report.result().isCompleted()).findFirst()
                .orElseGet(reports::getLast);
    }

    private List<StepRequest> parts(StepRequest request) {
        boolean imports = request.step().kind() == Kind.FULL_IMPORT || request.step().kind() == Kind.DELTA_IMPORT;
        List<String> names = partitions.getOrDefault(request.connector(), List.of());
        return imports && !names.isEmpty()
                ? names.stream().map(name -> ofPartition(request, name)).toList()
                : List.of(request);
    }

    private static StepRequest ofPartition(StepRequest request, String partition) {
        StepOptions all = request.step().options();
        StepOptions options = new StepOptions(
                all.errorLimit(), all.guards(), all.stageOnly(), all.fullIfRefused(), partition, all.auditFile());
        Step step = new Step(request.step().kind(), request.step().pageSize(), options);
        return new StepRequest(request.connector(), step, request.profile());
    }

    private StepReport runOne(StepRequest request) {
        StepRequest paged = pageSize == 0 ? request : paged(request);
        witnesses.forEach(witness -> witness.begins(paged));
        StepReport report = engine().run(paged, PageLoop.SEQUENTIAL);
        witnesses.forEach(witness -> witness.ended(report));
        return report;
    }

    private StepRequest paged(StepRequest request) {
        Step step = new Step(request.step().kind(), pageSize, request.step().options());
        return new StepRequest(request.connector(), step, request.profile());
    }

    public Engine engine() {
        return new Engine(
                store.get(),
                connectors,
                rules.get(),
                clock,
                new Waiting(this::pass, new Random(1)),
                threads);
    }

    private boolean pass(Duration time) {
        wait(time);
        return true;
    }

    /** A clock that stands still until it is moved. */
    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
