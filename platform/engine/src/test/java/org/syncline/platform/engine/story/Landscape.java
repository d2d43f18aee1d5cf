package org.syncline.platform.engine.story;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.platform.engine.Engine;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.schema.identity.ObjectType;

/** The three systems of a company, and Syncline between them. */
final class Landscape {
    static final List<String> CONNECTORS = List.of("directory", "gate", "hr");

    /** Sees what runs. */
    interface Witness {
        void begins(StepRequest step);

        void ended(StepReport report);
    }

    private final MovableClock clock = new MovableClock();
    private final Setting setting;
    private Policy policy = Policy.FIRST;
    private long version = 1;
    private Store store;
    private Witness witness;

    Landscape(Setting setting, Function<TypeSource, Store> open) {
        CONNECTORS.forEach(connector -> MemorySystem.forget(name(connector)));
        this.setting = setting;
        this.store = open.apply(TypeSource.of(this::ruleset));
    }

    private static String name(String connector) {
        return "company-" + connector;
    }

    /** Lets go of the connected systems. */
    void leave() {
        CONNECTORS.forEach(connector -> MemorySystem.forget(name(connector)));
    }

    MemorySystem system(String connector) {
        return MemorySystem.named(name(connector));
    }

    MemorySystem hr() {
        return system("hr");
    }

    MemorySystem directory() {
        return system("directory");
    }

    MemorySystem gate() {
        return system("gate");
    }

    /** Everything a system holds, of all types. */
    List<MemoryObject> objects(String connector) {
        return ruleset().connectors().get(connector).objectTypes().stream()
                .flatMap(type -> system(connector).objects(type.type().name()).stream())
                .toList();
    }

    ObjectType type(String connector, String objectType) {
        return ruleset().connectors().get(connector).objectType(objectType).orElseThrow().type();
    }

    Setting setting() {
        return setting;
    }

    Policy policy() {
        return policy;
    }

    /** An administrator saves other rules. */
    void follow(Policy other) {
        if (!other.equals(policy)) {
            policy = other;
            version++;
        }
    }

    Store store() {
        return store;
    }

    /** From now on another store stands before the one that keeps things. */
    void storingIn(UnaryOperator<Store> before) {
        store = before.apply(store);
    }

    void seenBy(Witness other) {
        witness = other;
    }

    void wait(Duration time) {
        clock.now = clock.now.plus(time);
    }

    Clock clock() {
        return clock;
    }

    PinnedRules rules() {
        return new PinnedRules(ruleset(), version);
    }

    private Ruleset ruleset() {
        return Written.rules(setting, policy);
    }

    /** Runs a whole cycle in one thread. */
    List<StepReport> cycle() {
        NextSteps next = engine().cycle();
        List<StepReport> reports = new ArrayList<>();
        Deque<StepRequest> steps = new ArrayDeque<>(next.first());
        while (!steps.isEmpty()) {
            StepReport report = run(steps.poll());
            reports.add(report);
            steps.addAll(next.after(report));
        }
        return reports;
    }

    /** Runs one step in one thread. */
    StepReport run(String connector, Kind kind) {
        return run(new StepRequest(connector, Step.of(kind), null));
    }

    private StepReport run(StepRequest request) {
        Step step = new Step(request.step().kind(), setting.pageSize());
        StepRequest paged = new StepRequest(request.connector(), step, request.profile());
        witness.begins(paged);
        StepReport report = engine().run(paged, PageLoop.SEQUENTIAL);
        witness.ended(report);
        return report;
    }

    private Engine engine() {
        return new Engine(store, new Connectors(Path.of("."), name -> Optional.empty(), clock), rules(), clock);
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
