package org.syncline.platform.engine.synchronization;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepRequest;

/** The synchronizations that have something to do: what was imported, what is due, failed, or has other rules than before. */
public final class DueSynchronizations {
    private final PinnedRules rules;
    private final Store store;
    private final Clock clock;

    public DueSynchronizations(PinnedRules rules, Store store, Clock clock) {
        this.rules = rules;
        this.store = store;
        this.clock = clock;
    }

    /** @param isFirst whether errors and changed rules count: once in a cycle, since what failed again fails once more */
    public List<StepRequest> steps(boolean isFirst) {
        List<StepRequest> steps = new ArrayList<>();
        Instant now = clock.instant();
        boolean evaluations = !store.metaverse().due(now, 0, 1).isEmpty()
                || !store.metaverse().markedForEvaluation(0, 1).isEmpty();
        for (ConnectorDefinition connector : rules.ruleset().connectors().values()) {
            boolean pending = store.connectorSpace().counts(connector.name()).stream()
                    .anyMatch(count -> count.pendingImports() > 0) || isSomebodyDue(connector);
            boolean canEvaluate = evaluations && !store.watermarks().of(connector).isHeld();
            RuleChanges changes = RuleChanges.of(connector.name(), rules, store);
            if (isFirst && changes.concernAll()) {
                steps.add(step(connector, Kind.FULL_SYNC));
            } else if (pending || canEvaluate || isFirst && !changes.affected().isEmpty()
                    || isFirst && hasErrors(connector.name())) {
                steps.add(step(connector, Kind.DELTA_SYNC));
                evaluations &= !canEvaluate;
            }
        }
        return steps;
    }

    /** Of whoever joins an identity that came in the steps before. */
    public List<StepRequest> latecomers() {
        return rules.ruleset().connectors().values().stream()
                .filter(connector -> isSomebodyDue(connector) && !store.watermarks().of(connector).isHeld())
                .map(connector -> step(connector, Kind.DELTA_SYNC))
                .toList();
    }

    private boolean isSomebodyDue(ConnectorDefinition connector) {
        return !store.connectorSpace().due(connector.name(), clock.instant(), 0, 1).isEmpty();
    }

    private boolean hasErrors(String connector) {
        return store.runHistory().errors(connector).stream()
                .anyMatch(error -> error.origin() == ObjectError.Origin.SYNCHRONIZATION);
    }

    private static StepRequest step(ConnectorDefinition connector, Kind kind) {
        return new StepRequest(connector.name(), Step.of(kind), null);
    }
}
