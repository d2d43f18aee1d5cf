package org.syncline.platform.engine.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.syncline.dsl.ruleset.ChangeGuard;
import org.syncline.dsl.ruleset.ChangeGuard.Limit;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.guard.ExportEffects;
import org.syncline.platform.engine.port.ConnectorSpace.TypeCount;
import org.syncline.platform.engine.port.GuardHistory.Affected;
import org.syncline.platform.engine.port.GuardHistory.ChangeKind;
import org.syncline.platform.engine.port.GuardHistory.GoodRun;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;

/** Looks at the whole set of pending exports of a connector before the first is sent. */
final class ExportGuardCheck {
    private static final int PAGE = 500;
    private static final Comparator<Affected> ORDER = Comparator.comparing(Affected::kind)
            .thenComparing(what -> what.attribute() == null ? "" : what.attribute());

    private final ConnectorDefinition connector;
    private final Store store;
    private final Instant now;
    private final ExportEffects effects;
    private final Map<String, Long> linkedWhenGood;
    private final Map<Duration, Map<Affected, Long>> sent = new HashMap<>();
    private final List<Breach> breaches = new ArrayList<>();

    ExportGuardCheck(ConnectorDefinition connector, Store store, Instant now, ExportEffects effects) {
        this.effects = effects;
        this.connector = connector;
        this.store = store;
        this.now = now;
        this.linkedWhenGood = store.guardHistory().lastGoodRun(connector.name()).map(GoodRun::linked).orElse(Map.of());
    }

    List<Breach> breaches() {
        for (TypeCount count : store.connectorSpace().counts(connector.name())) {
            if (connector.objectType(count.objectType()).isPresent()) {
                check(count);
            }
        }
        return breaches;
    }

    private void check(TypeCount count) {
        ChangeGuard guard = connector.guards().exportsOf(count.objectType());
        Map<Affected, Long> pending = new TreeMap<>(ORDER);
        pending.put(Affected.of(count.objectType(), ChangeKind.ADD), count.pendingAdds());
        pending.put(Affected.of(count.objectType(), ChangeKind.UPDATE), count.pendingUpdates());
        pending.put(Affected.of(count.objectType(), ChangeKind.DELETE), count.pendingDeletes());
        boolean looksCloser = !guard.disables().isNone() || !guard.clearedValues().isNone();
        if (count.pendingUpdates() > 0 && looksCloser) {
            look(count.objectType(), pending);
        }
        long linked = linkedWhenGood.getOrDefault(count.objectType(), GoodRuns.linked(count));
        pending.forEach((what, affected) -> check(guard, what, affected, linked));
    }

    /** Counts what only a look at each update can tell. */
    private void look(String type, Map<Affected, Long> pending) {
        List<Long> ids = page(type, 0);
        while (!ids.isEmpty()) {
            for (ConnectorSpaceObject object : store.connectorSpace().load(ids)) {
                Set<Affected> more = effects.of(object);
                more.stream()
                        .filter(what -> what.kind() != ChangeKind.UPDATE)
                        .forEach(what -> pending.merge(what, 1L, Long::sum));
            }
            ids = page(type, ids.getLast());
        }
    }

    private List<Long> page(String type, long after) {
        return store.connectorSpace().pendingExports(connector.name(), type, Delta.Kind.UPDATE, after, PAGE);
    }

    private void check(ChangeGuard guard, Affected what, long pending, long linked) {
        Limit limit = limit(guard, what.kind());
        if (pending == 0 || limit.isNone()) {
            return;
        }
        long before = sentBefore(guard.window(), what);
        long affected = pending + before;
        boolean tooMany = affected > limit.most();
        boolean tooLarge = limit.share() < 1 && affected >= guard.floor() && affected > limit.share() * linked;
        if (tooMany || tooLarge) {
            breaches.add(new Breach(what, guard.holdAll(), "%d of %d objects of type '%s' in '%s' would be %s%s; %s."
                    .formatted(affected, linked, what.objectType(), connector.name(), words(what),
                            before == 0 ? "" : ", " + before + " of which were in the last " + guard.window(),
                            allowed(limit, tooMany))));
        }
    }

    private static String allowed(Limit limit, boolean tooMany) {
        return tooMany
                ? limit.most() + (limit.most() == 1 ? " is allowed" : " are allowed")
                : String.format(Locale.ROOT, "%.1f %% are allowed", limit.share() * 100);
    }

    private static Limit limit(ChangeGuard guard, ChangeKind kind) {
        return switch (kind) {
            case ADD -> guard.adds();
            case UPDATE -> guard.updates();
            case DELETE -> guard.deletes();
            case DISABLE -> guard.disables();
            case CLEAR -> guard.clearedValues();
        };
    }

    private static String words(Affected what) {
        return switch (what.kind()) {
            case ADD -> "added";
            case UPDATE -> "changed";
            case DELETE -> "deleted";
            case DISABLE -> "disabled";
            case CLEAR -> "left without a value in '" + what.attribute() + "'";
        };
    }

    private long sentBefore(Duration window, Affected what) {
        return window.isZero()
                ? 0
                : sent.computeIfAbsent(window,
                        length -> store.guardHistory().sentAfter(connector.name(), now.minus(length)))
                        .getOrDefault(what, 0L);
    }
}
