package org.syncline.platform.engine.synchronization;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.syncline.dsl.ruleset.Digest;
import org.syncline.platform.engine.port.Store;

/**
 * Where a full synchronization of a connector was stopped: all objects up to there were evaluated by these rules.
 *
 * @param after number of the last object
 * @param rules what says that the rules are the same
 */
record StoppedPosition(long after, String rules, Instant when) {
    /** Who comes back later wants all to be evaluated. */
    private static final Duration LASTS = Duration.ofDays(1);

    private static final String AFTER = "after";
    private static final String RULES = "rules";
    private static final String WHEN = "when";

    /** Beside the hashes of a connector's object types; no connector is called so. */
    private static String place(String connector) {
        return connector + "/stopped";
    }

    static String digest(RuleChanges rules) {
        return Digest.of(rules.hashes().toString());
    }

    /** Where a full synchronization goes on; null at the first object. */
    static StoppedPosition of(Store store, String connector, RuleChanges rules, Instant now) {
        Map<String, String> kept = store.watermarks().evaluatedRules(place(connector));
        if (kept.isEmpty()) {
            return null;
        }
        StoppedPosition stopped = new StoppedPosition(
                Long.parseLong(kept.get(AFTER)), kept.get(RULES), Instant.parse(kept.get(WHEN)));
        boolean holds = stopped.rules.equals(digest(rules)) && now.isBefore(stopped.when.plus(LASTS));
        return holds ? stopped : null;
    }

    void keep(Store store, String connector) {
        store.watermarks().keepEvaluatedRules(
                place(connector), Map.of(AFTER, Long.toString(after), RULES, rules, WHEN, when.toString()));
    }

    /** It was brought to its end. */
    static void forget(Store store, String connector) {
        if (!store.watermarks().evaluatedRules(place(connector)).isEmpty()) {
            store.watermarks().keepEvaluatedRules(place(connector), Map.of());
        }
    }

    String message() {
        return "It goes on behind object #" + after + ", where it was stopped at " + when + ".";
    }
}
