package org.syncline.platform.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.syncline.connectors.spi.Capability;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.connection.FullImports;
import org.syncline.platform.engine.port.ConnectorSpace.TypeCount;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.Watermarks.ImportState;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.platform.engine.synchronization.DueSynchronizations;

/**
 * A cycle: the systems are imported, or some of them, what changed is synchronized, what is pending exported, and what was exported imported again
 * to confirm it, until nothing is pending. Only what has something to do runs. Each phase begins with the rules that are current then, and
 * all its steps, which may overlap, keep them.
 */
public final class CycleSteps implements NextSteps {
    private static final int ROUNDS = 8;

    private final Supplier<PinnedRules> current;
    private final Predicate<String> imported;
    private final Store store;
    private final Connectors connectors;
    private final FullImports fullImports;
    private final Clock clock;
    private final Set<String> exported = new TreeSet<>();
    private final Map<String, Long> refused = new HashMap<>();
    private PinnedRules rules;
    private Phase phase = Phase.IMPORT;
    private int outstanding;
    private int round;

    private enum Phase {
        IMPORT,
        SYNCHRONIZE,
        /** Whoever joins an identity that came in the phase before. */
        LATECOMERS,
        EXPORT
    }

    /** @param imported which systems are imported at first; whatever is exported to, is imported to confirm it */
    CycleSteps(
            Supplier<PinnedRules> current, Predicate<String> imported, Store store, Connectors connectors,
            Clock clock) {
        this.current = current;
        this.imported = imported;
        this.store = store;
        this.connectors = connectors;
        this.fullImports = new FullImports(connectors, store.watermarks());
        this.clock = clock;
    }

    @Override
    public List<StepRequest> first() {
        rules = current.get();
        return begin(imports(imported));
    }

    @Override
    public List<StepRequest> after(StepReport report) {
        note(report);
        if (isRefusedDelta(report)) {
            return List.of(new StepRequest(report.request().connector(), Step.of(Kind.FULL_IMPORT), null));
        }
        return --outstanding > 0 ? List.of() : next();
    }

    /** A system that can no longer say what changed is read completely at once. */
    private static boolean isRefusedDelta(StepReport report) {
        return report.request().step().kind() == Kind.DELTA_IMPORT
                && report.result() == StepResult.FULL_IMPORT_REQUIRED;
    }

    private void note(StepReport report) {
        if (report.request().step().kind() == Kind.EXPORT) {
            Counters counters = report.counters();
            long accepted = counters.of(Counter.EXPORT_ADD)
                    + counters.of(Counter.EXPORT_UPDATE)
                    + counters.of(Counter.EXPORT_RENAME)
                    + counters.of(Counter.EXPORT_DELETE);
            refused.put(report.request().connector(), pendingExports(report.request().connector()));
            if (accepted > 0) {
                exported.add(report.request().connector());
            }
        }
    }

    /** The steps of the next phase that has any. */
    private List<StepRequest> next() {
        rules = current.get();
        while (true) {
            switch (phase) {
                case IMPORT -> phase = Phase.SYNCHRONIZE;
                case SYNCHRONIZE -> phase = Phase.LATECOMERS;
                case LATECOMERS -> phase = Phase.EXPORT;
                case EXPORT -> {
                    if (exported.isEmpty() || ++round >= ROUNDS) {
                        return List.of();
                    }
                    phase = Phase.IMPORT;
                }
            }
            List<StepRequest> steps = steps();
            if (!steps.isEmpty()) {
                return begin(steps);
            }
        }
    }

    private List<StepRequest> begin(List<StepRequest> steps) {
        outstanding = steps.size();
        return steps;
    }

    private List<StepRequest> steps() {
        return switch (phase) {
            case IMPORT -> confirmations();
            case SYNCHRONIZE -> synchronizations();
            case LATECOMERS -> due().latecomers();
            case EXPORT -> exports();
        };
    }

    private List<StepRequest> confirmations() {
        Set<String> confirming = Set.copyOf(exported);
        exported.clear();
        return imports(confirming::contains);
    }

    private List<StepRequest> imports(Predicate<String> which) {
        List<StepRequest> steps = new ArrayList<>();
        for (ConnectorDefinition connector : rules.ruleset().connectors().values()) {
            if (which.test(connector.name())) {
                ImportState state = store.watermarks().of(connector);
                boolean delta = state.watermark() != null
                        && state.wasRead()
                        && !state.isHeld()
                        && fullImports.of(connector, null).isEmpty()
                        && !store.watermarks().holdOf(connector.name()).awaitsFullImport()
                        && connectors.capabilities(connector).contains(Capability.DELTA_IMPORT);
                steps.add(step(connector, delta ? Kind.DELTA_IMPORT : Kind.FULL_IMPORT));
            }
        }
        return steps;
    }

    /** None while some system was never read: what its rules need to know of it is not there yet. */
    private List<StepRequest> synchronizations() {
        boolean isComplete = rules.ruleset().connectors().values().stream().noneMatch(this::wasNeverRead);
        return isComplete ? due().steps(round == 0) : List.of();
    }

    private DueSynchronizations due() {
        return new DueSynchronizations(rules, store, clock);
    }

    private boolean wasNeverRead(ConnectorDefinition connector) {
        return !store.watermarks().of(connector).wasRead();
    }

    /** Systems with something pending that was not refused in this very cycle, or sent when the process died. */
    private List<StepRequest> exports() {
        List<StepRequest> steps = new ArrayList<>();
        for (ConnectorDefinition connector : rules.ruleset().connectors().values()) {
            long pending = pendingExports(connector.name());
            boolean due = pending > refused.getOrDefault(connector.name(), 0L)
                    || round == 0 && isUnsettled(connector.name(), pending);
            if (!connector.readOnly() && due) {
                steps.add(step(connector, Kind.EXPORT));
            }
        }
        return steps;
    }

    /** Whether something was under way when a process died, or was refused and is wanted no more. */
    private boolean isUnsettled(String connector, long pending) {
        return !store.runHistory().inFlight(connector).isEmpty()
                || pending == 0 && !store.exportHistory().refusals(connector).isEmpty();
    }

    private long pendingExports(String connector) {
        return counts(connector).stream()
                .mapToLong(count -> count.pendingAdds() + count.pendingUpdates() + count.pendingDeletes())
                .sum();
    }

    private List<TypeCount> counts(String connector) {
        return store.connectorSpace().counts(connector);
    }

    private static StepRequest step(ConnectorDefinition connector, Kind kind) {
        return new StepRequest(connector.name(), Step.of(kind), null);
    }
}
