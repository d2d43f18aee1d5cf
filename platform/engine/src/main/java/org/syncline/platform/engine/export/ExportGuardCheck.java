package org.syncline.platform.engine.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Guards.ExportGuard;
import org.syncline.platform.engine.port.ConnectorSpace.TypeCount;
import org.syncline.platform.engine.port.RunHistory.StepRecord;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;

/** Looks at the whole set of pending exports of a connector before the first is sent. */
final class ExportGuardCheck {
    private static final int PAGE = 500;
    private static final int STEPS_LOOKED_AT = 10_000;

    /**
     * A limit that would be broken.
     *
     * @param kind of the operations it is about
     */
    record Breach(Delta.Kind kind, StepResult result, String message) {}

    private final ConnectorDefinition connector;
    private final ExportGuard guard;
    private final Store store;
    private final Instant now;
    private final List<Breach> breaches = new ArrayList<>();

    ExportGuardCheck(ConnectorDefinition connector, Store store, Instant now) {
        this.connector = connector;
        this.guard = connector.guards().exportGuard();
        this.store = store;
        this.now = now;
    }

    List<Breach> breaches() {
        for (TypeCount count : store.connectorSpace().counts(connector.name())) {
            long linked = count.joined() + count.pendingDeletes() - count.pendingAdds();
            check("added", Delta.Kind.ADD, count.objectType(), count.pendingAdds() + sent(Counter.EXPORT_ADD),
                    guard.adds(), guard.addsShare(), linked);
            check("changed", Delta.Kind.UPDATE, count.objectType(),
                    count.pendingUpdates() + sent(Counter.EXPORT_UPDATE), guard.updates(), guard.updatesShare(),
                    linked);
            check("deleted", Delta.Kind.DELETE, count.objectType(),
                    count.pendingDeletes() + sent(Counter.EXPORT_DELETE), guard.deletes(), guard.deletesShare(),
                    linked);
            if (count.pendingUpdates() > 0 && (looksAtClearing() || looksAtDisabling())) {
                checkUpdates(count.objectType(), linked);
            }
        }
        return breaches;
    }

    private boolean looksAtClearing() {
        return guard.clearedValuesShare() < 1;
    }

    private boolean looksAtDisabling() {
        return guard.disables() != ExportGuard.UNLIMITED || guard.disablesShare() < 1;
    }

    private void check(String what, Delta.Kind kind, String type, long affected, int most, double share, long linked) {
        boolean tooMany = affected > most;
        boolean tooLarge = share < 1 && affected > 0 && affected >= guard.floor() && affected > share * linked;
        if (tooMany || tooLarge) {
            String limit = tooMany ? most + " are allowed" : "%.1f %% are allowed".formatted(share * 100);
            breaches.add(new Breach(
                    kind,
                    kind == Delta.Kind.DELETE
                            ? StepResult.STOPPED_DELETION_THRESHOLD_EXCEEDED
                            : StepResult.STOPPED_EXPORT_GUARD,
                    "%d of %d objects of type '%s' in '%s' would be %s; %s."
                            .formatted(affected, linked, type, connector.name(), what, limit)));
        }
    }

    /** What was sent within the window, by the counters of the steps in it. */
    private long sent(Counter counter) {
        if (guard.window().isZero()) {
            return 0;
        }
        Instant from = now.minus(guard.window());
        return store.runHistory().steps(STEPS_LOOKED_AT).stream()
                .filter(step -> step.connector().equals(connector.name()) && step.began().isAfter(from))
                .map(StepRecord::counters)
                .mapToLong(counters -> counters == null ? 0 : counters.of(counter))
                .sum();
    }

    private void checkUpdates(String type, long linked) {
        Map<String, Long> cleared = new TreeMap<>();
        long disabled = 0;
        long after = 0;
        List<Long> ids = page(type, after);
        while (!ids.isEmpty()) {
            for (ConnectorSpaceObject object : store.connectorSpace().load(ids)) {
                countCleared(object, cleared);
                disabled += isBeingDisabled(object) ? 1 : 0;
            }
            after = ids.getLast();
            ids = page(type, after);
        }
        cleared.forEach((attribute, count) -> check(
                "left without a value in '" + attribute + "'",
                Delta.Kind.UPDATE,
                type,
                count,
                ExportGuard.UNLIMITED,
                guard.clearedValuesShare(),
                linked));
        check("disabled", Delta.Kind.UPDATE, type, disabled, guard.disables(), guard.disablesShare(), linked);
    }

    private List<Long> page(String type, long after) {
        return store.connectorSpace().pendingExports(connector.name(), type, Delta.Kind.UPDATE, after, PAGE);
    }

    private static void countCleared(ConnectorSpaceObject object, Map<String, Long> cleared) {
        Attributes wanted = object.hologram().wanted();
        for (Delta.AttributeChange change : object.hologram().pendingExport().changes()) {
            if (!wanted.get(change.attribute()).isPresent()) {
                cleared.merge(object.type().attribute(change.attribute()).name(), 1L, Long::sum);
            }
        }
    }

    private boolean isBeingDisabled(ConnectorSpaceObject object) {
        Expression disabled = connector
                .objectType(object.type().name())
                .map(ConnectedObjectType::disabled)
                .orElse(null);
        return disabled != null
                && holds(disabled, object, object.hologram().wanted())
                && !holds(disabled, object, object.hologram().exported());
    }

    private boolean holds(Expression condition, ConnectorSpaceObject object, Attributes view) {
        return condition.holds(Evaluation.at(now).source(view).anchor(object.anchor()));
    }

    /** The kinds of operations that may be sent in spite of these breaches. */
    static Set<Delta.Kind> allowed(List<Breach> breaches, boolean holdAll) {
        Set<Delta.Kind> allowed = EnumSet.of(Delta.Kind.ADD, Delta.Kind.UPDATE, Delta.Kind.DELETE);
        if (holdAll && !breaches.isEmpty()) {
            return EnumSet.noneOf(Delta.Kind.class);
        }
        breaches.forEach(breach -> allowed.remove(breach.kind()));
        return allowed;
    }
}
