package org.syncline.platform.engine.staging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.syncline.dsl.ruleset.ChangeGuard;
import org.syncline.dsl.ruleset.ChangeGuard.Limit;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpace.TypeCount;
import org.syncline.platform.engine.port.GuardHistory.Affected;
import org.syncline.platform.engine.port.ImportHold;
import org.syncline.platform.engine.port.Store;

/** Holds a connector of which too much was imported that is not synchronized yet. */
final class ImportChangesGuard {
    private static final int PAGE = 500;

    private final ConnectorDefinition connector;
    private final Store store;
    private final ImportedLately lately;
    private final Map<Affected, Long> pending = new HashMap<>();
    private final List<String> breaches = new ArrayList<>();
    private boolean neededApproval;

    /** @param connector with the guards that hold for this step */
    ImportChangesGuard(ConnectorDefinition connector, ImportedLately lately) {
        this.connector = connector;
        this.store = lately.store();
        this.lately = lately;
    }

    Verdict judge(ImportHold hold) {
        if (!connector.guards().limitImportChanges()) {
            return Verdict.PASSED;
        }
        count(false);
        count(true);
        Map<String, Long> measured = new HashMap<>();
        for (TypeCount count : store.connectorSpace().counts(connector.name())) {
            ChangeGuard guard = connector.guards().importChangesOf(count.objectType());
            all(count.objectType(), guard).forEach((what, affected) -> {
                measured.put(words(what), affected);
                check(count, guard, what, affected, hold);
            });
        }
        breaches.sort(Comparator.naturalOrder());
        return new Verdict(breaches.isEmpty() ? null : String.join(" ", breaches), measured, neededApproval);
    }

    private void count(boolean deletes) {
        ConnectorSpace space = store.connectorSpace();
        for (List<Long> ids = space.pendingImports(connector.name(), deletes, 0, PAGE); !ids.isEmpty(); ids =
                space.pendingImports(connector.name(), deletes, ids.getLast(), PAGE)) {
            space.load(ids)
                    .forEach(object -> lately.effects().of(object).forEach(what -> pending.merge(what, 1L, Long::sum)));
        }
    }

    /** What is pending of a type, or was imported of it within the guard's window, if that is more. */
    private Map<Affected, Long> all(String objectType, ChangeGuard guard) {
        Map<Affected, Long> all = new HashMap<>(lately.within(guard.window()));
        pending.forEach((what, affected) -> all.merge(what, affected, Math::max));
        all.keySet().removeIf(what -> !what.objectType().equals(objectType));
        return all;
    }

    private void check(TypeCount count, ChangeGuard guard, Affected what, long affected, ImportHold hold) {
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
        if (affected > hold.approved(words(what), 0)) {
            breaches.add("%d objects of type '%s' in '%s' are%s, %d are joined; %s.".formatted(
                    affected, count.objectType(), connector.name(), verb(what), count.joined(),
                    allowed(limit, tooMany)));
        }
    }

    private static String words(Affected what) {
        return what.objectType() + verb(what);
    }

    private static String verb(Affected what) {
        return switch (what.kind()) {
            case ADD -> " added";
            case UPDATE -> " changed";
            case DELETE -> " deleted";
            case DISABLE -> " disabled";
            case CLEAR -> " left without a value in '" + what.attribute() + "'";
        };
    }

    private static Limit limit(ChangeGuard guard, Affected what) {
        return switch (what.kind()) {
            case ADD -> guard.adds();
            case UPDATE -> guard.updates();
            case DELETE -> guard.deletes();
            case DISABLE -> guard.disables();
            case CLEAR -> guard.clearedValues();
        };
    }

    private static String allowed(Limit limit, boolean tooMany) {
        return tooMany
                ? limit.most() + " may be"
                : String.format(Locale.ROOT, "%.1f %% of them may be", limit.share() * 100);
    }
}
