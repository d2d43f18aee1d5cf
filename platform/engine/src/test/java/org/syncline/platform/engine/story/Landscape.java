package org.syncline.platform.engine.story;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.dsl.ruleset.StepOptions;
import org.syncline.platform.engine.Operator;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.schema.identity.ObjectType;

/** The systems of a company, and Syncline between them. */
final class Landscape {
    static final List<String> CONNECTORS = List.of("agency", "directory", "gate", "hr");
    /** Who says which people there are. */
    static final List<String> SOURCES = List.of("agency", "hr");
    static final List<String> TARGETS = List.of("directory", "gate");

    private final Setting setting;
    private final Operator operator;
    private Policy policy = Policy.FIRST;
    private Ruleset ruleset;
    private long version = 1;
    private Store store;

    Landscape(Setting setting, Function<TypeSource, Store> open) {
        CONNECTORS.forEach(connector -> MemorySystem.forget(name(connector)));
        this.setting = setting;
        this.ruleset = Written.rules(setting, policy);
        this.store = open.apply(TypeSource.of(this::ruleset));
        this.operator = new Operator(Path.of("."), this::store, this::rules);
        operator.withPagesOf(setting.pageSize());
        operator.withThreads(setting.threads());
        if (setting.partitioned()) {
            operator.withPartitions("directory", List.of("people", "groups"));
        }
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

    MemorySystem agency() {
        return system("agency");
    }

    MemorySystem directory() {
        return system("directory");
    }

    MemorySystem gate() {
        return system("gate");
    }

    /** A connector and its partitions, as their watermarks are kept. */
    List<String> parts(String connector) {
        return Stream.concat(
                Stream.of(connector),
                ruleset().connectors().get(connector).partitions().all().stream()
                        .map(partition -> connector + "/" + partition.name()))
                .toList();
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

    /** An administrator saves other rules; false if they are the same. */
    boolean follow(Policy other) {
        boolean differs = !other.equals(policy);
        if (differs) {
            policy = other;
            ruleset = Written.rules(setting, policy);
            version++;
        }
        return differs;
    }

    Store store() {
        return store;
    }

    /** From now on another store stands before the one that keeps things. */
    void storingIn(UnaryOperator<Store> before) {
        store = before.apply(store);
    }

    void seenBy(Operator.Witness witness) {
        operator.seenBy(witness);
    }

    void wait(Duration time) {
        operator.wait(time);
    }

    Clock clock() {
        return operator.clock();
    }

    PinnedRules rules() {
        return new PinnedRules(ruleset(), version);
    }

    private Ruleset ruleset() {
        return ruleset;
    }

    List<StepReport> cycle() {
        return operator.cycle();
    }

    StepReport run(String connector, Kind kind) {
        return operator.run(connector, kind);
    }

    /** Runs a step that stops when more objects than that have errors. */
    StepReport run(String connector, Kind kind, int errorLimit) {
        StepOptions options = new StepOptions(errorLimit, null, false, false, null, null);
        return operator.run(new StepRequest(connector, new Step(kind, setting.pageSize(), options), null));
    }
}
