package org.syncline.platform.engine.staging;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.GuardHistory.Affected;
import org.syncline.platform.engine.port.Store;

/**
 * Remembers what was imported of each object type.
 *
 * @param window how far back guards look, those of other run profiles among them
 */
record ImportedLately(String connector, Duration window, Store store, ImportEffects effects) {

    /** Beside what was sent to the connector; no connector is called so. */
    private String place() {
        return connector + "/imported";
    }

    /** Notes what is staged, within the transaction that stages it; what was pending before is noted already. */
    void note(Collection<ConnectorSpaceChange> changes) {
        if (window.isZero()) {
            return;
        }
        Map<Affected, Long> counts = new HashMap<>();
        changes.forEach(change -> news(change).forEach(what -> counts.merge(what, 1L, Long::sum)));
        if (!counts.isEmpty()) {
            store.guardHistory().noteSent(place(), effects.now().now(), counts);
        }
    }

    private Set<Affected> news(ConnectorSpaceChange change) {
        Set<Affected> news = change.after() == null ? Set.of() : new HashSet<>(effects.of(change.after()));
        if (change.before() != null && !news.isEmpty()) {
            news.removeAll(effects.of(change.before()));
        }
        return news;
    }

    /** What was imported within a window. */
    Map<Affected, Long> within(Duration window) {
        return window.isZero()
                ? Map.of()
                : store.guardHistory().sentAfter(place(), effects.now().now().minus(window));
    }

    /** Forgets what no guard looks back to. */
    void forget() {
        Instant until = effects.now().now().minus(window);
        if (!window.isZero()) {
            store.guardHistory().forgetSent(place(), until);
        }
    }
}
