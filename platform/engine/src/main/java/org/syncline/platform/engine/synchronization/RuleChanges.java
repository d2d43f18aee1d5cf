package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.syncline.platform.engine.port.ConnectorSpace.TypeCount;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.PinnedRules;

/**
 * What the rules of a connector's object types are now, and which of them are others than those that last evaluated all objects.
 *
 * @param hashes of the rules now, by object type
 * @param affected object types, some of which may no longer exist
 * @param unknown whether nobody knows which rules evaluated the connector: none of it may be up to date
 */
public record RuleChanges(Map<String, String> hashes, List<String> affected, boolean unknown) {

    public static RuleChanges of(String connector, PinnedRules rules, Store store) {
        Map<String, String> before = store.watermarks().evaluatedRules(connector);
        Map<String, String> now = rules.prepared(RuleHashes.class, RuleHashes::new).of(connector);
        boolean nothingWasEvaluated = before.isEmpty()
                && store.connectorSpace().counts(connector).stream()
                        .allMatch(count -> count.pendingImports() >= count.objects());
        return new RuleChanges(now, nothingWasEvaluated ? List.of() : affected(before, now), before.isEmpty());
    }

    private static List<String> affected(Map<String, String> before, Map<String, String> now) {
        List<String> affected = new ArrayList<>(now.keySet());
        affected.removeIf(type -> now.get(type).equals(before.get(type)));
        before.keySet().stream().filter(type -> !now.containsKey(type)).forEach(affected::add);
        return List.copyOf(affected);
    }

    /** Whether all objects of the connector are to be evaluated. */
    public boolean concernAll() {
        return unknown || affected.containsAll(hashes.keySet());
    }

    boolean isNone() {
        return affected.isEmpty();
    }

    /** What a run says of it. */
    String message(List<TypeCount> counts) {
        long objects = counts.stream()
                .filter(count -> affected.contains(count.objectType()))
                .mapToLong(TypeCount::objects)
                .sum();
        return String.format(Locale.ROOT,
                "rules changed: %,d of %,d object types affected (%s), %,d objects to evaluate",
                affected.size(), hashes.size(), String.join(", ", affected), objects);
    }
}
