package org.syncline.platform.engine.staging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.ChangeGuard;
import org.syncline.dsl.ruleset.ChangeGuard.Limit;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpace.TypeCount;
import org.syncline.platform.engine.port.ImportHold;
import org.syncline.platform.engine.port.RunHistory.StepRecord;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** Holds a connector of which too much was imported that is not synchronized yet. */
final class ImportChangesGuard {
    private static final int PAGE = 500;
    private static final int STEPS_LOOKED_AT = 10_000;
    private static final String ADDED = " added";
    private static final String CHANGED = " changed";
    private static final String DELETED = " deleted";
    private static final String DISABLED = " disabled";
    private static final String WITHOUT = " left without a value in ";

    private final ConnectorDefinition connector;
    private final Store store;
    private final Present now;
    private final Map<String, Map<String, Long>> pending = new TreeMap<>();
    private final List<String> breaches = new ArrayList<>();
    private boolean neededApproval;

    ImportChangesGuard(ConnectorDefinition connector, Store store, Present now) {
        this.connector = connector;
        this.store = store;
        this.now = now;
    }

    /** @param staged what the import that ends now has counted */
    Verdict judge(Counters staged, ImportHold hold) {
        if (!connector.guards().limitImportChanges()) {
            return Verdict.PASSED;
        }
        count(false);
        count(true);
        Map<String, Long> measured = new HashMap<>();
        for (TypeCount count : store.connectorSpace().counts(connector.name())) {
            Map<String, Long> changes = pending.getOrDefault(count.objectType(), Map.of());
            changes.forEach((what, affected) -> {
                ChangeGuard guard = connector.guards().importChangesOf(count.objectType());
                long all = Math.max(affected, within(guard, what, staged));
                measured.put(count.objectType() + what, all);
                check(count, guard, what, all, hold);
            });
        }
        return new Verdict(breaches.isEmpty() ? null : String.join(" ", breaches), measured, neededApproval);
    }

    private void count(boolean deletes) {
        ConnectorSpace space = store.connectorSpace();
        for (List<Long> ids = space.pendingImports(connector.name(), deletes, 0, PAGE); !ids.isEmpty(); ids =
                space.pendingImports(connector.name(), deletes, ids.getLast(), PAGE)) {
            space.load(ids).forEach(this::count);
        }
    }

    private void count(ConnectorSpaceObject object) {
        switch (object.hologram().pendingImport().kind()) {
            case ADD -> count(object, ADDED);
            case DELETE -> count(object, DELETED);
            case UPDATE -> {
                count(object, CHANGED);
                countCleared(object);
                if (isBeingDisabled(object)) {
                    count(object, DISABLED);
                }
            }
            case NONE -> {}
        }
    }

    private void count(ConnectorSpaceObject object, String what) {
        pending.computeIfAbsent(object.type().name(), unused -> new TreeMap<>()).merge(what, 1L, Long::sum);
    }

    private void countCleared(ConnectorSpaceObject object) {
        Attributes now = object.hologram().imported();
        object.hologram().pendingImport().changes().stream()
                .filter(change -> !now.get(change.attribute()).isPresent())
                .forEach(change -> count(
                        object,
                        WITHOUT + "'" + object.type().attribute(change.attribute()).name() + "'"));
    }

    /** What cannot be judged counts: a guard that is unsure holds. */
    private boolean isBeingDisabled(ConnectorSpaceObject object) {
        Expression disabled = connector
                .objectType(object.type().name())
                .map(ConnectedObjectType::disabled)
                .orElse(null);
        try {
            return disabled != null
                    && holds(disabled, object, object.hologram().imported())
                    && !holds(disabled, object, object.hologram().known());
        } catch (EvaluationException unsure) {
            return true;
        }
    }

    private boolean holds(Expression condition, ConnectorSpaceObject object, Attributes view) {
        return condition.holds(Evaluation.at(now).source(view).anchor(object.anchor()));
    }

    /** What was imported within the guard's window, by the counters of the steps in it. */
    private long within(ChangeGuard guard, String what, Counters staged) {
        if (guard.window().isZero()) {
            return 0;
        }
        Instant from = now.now().minus(guard.window());
        return counted(what, staged) + store.runHistory().steps(STEPS_LOOKED_AT).stream()
                .filter(step -> step.connector().equals(connector.name()) && step.began().isAfter(from))
                .map(StepRecord::counters)
                .mapToLong(counters -> counters == null ? 0 : counted(what, counters))
                .sum();
    }

    private static long counted(String what, Counters counters) {
        return switch (what) {
            case ADDED -> counters.of(Counter.STAGE_ADD);
            case CHANGED -> counters.of(Counter.STAGE_UPDATE)
                    + counters.of(Counter.STAGE_RENAME)
                    + counters.of(Counter.STAGE_DELETE_ADD);
            case DELETED -> counters.of(Counter.STAGE_DELETE);
            default -> 0;
        };
    }

    private void check(TypeCount count, ChangeGuard guard, String what, long affected, ImportHold hold) {
        Limit limit = limit(guard, what);
        boolean tooMany = affected > limit.most();
        boolean tooLarge = limit.share() < 1
                && count.joined() > 0
                && affected >= guard.floor()
                && affected > limit.share() * count.joined();
        if (!tooMany && !tooLarge) {
            return;
        }
        neededApproval = true;
        if (affected > hold.approved(count.objectType() + what, 0)) {
            breaches.add("%d objects of type '%s' in '%s' are%s, %d are joined; %s.".formatted(
                    affected, count.objectType(), connector.name(), what, count.joined(), allowed(limit, tooMany)));
        }
    }

    private static Limit limit(ChangeGuard guard, String what) {
        return switch (what) {
            case ADDED -> guard.adds();
            case CHANGED -> guard.updates();
            case DELETED -> guard.deletes();
            case DISABLED -> guard.disables();
            default -> guard.clearedValues();
        };
    }

    private static String allowed(Limit limit, boolean tooMany) {
        return tooMany
                ? limit.most() + " may be"
                : String.format(Locale.ROOT, "%.1f %% of them may be", limit.share() * 100);
    }
}
