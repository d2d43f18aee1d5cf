package org.syncline.rules.attributeflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.Value;

/**
 * The elected values of one attribute, in the order of their lineage.
 *
 * @param lineage of each value; one that did not change keeps the version and time of its last change
 */
record Elected(Content content, List<Lineage> lineage) {

    /** Values that were there before stay in their order; null if nothing changed. */
    static Elected of(Past past, Claims claims, long rulesetVersion, Instant now) {
        if (isAsBefore(past, claims)) {
            return null;
        }
        List<Value> values = new ArrayList<>(claims.size());
        for (Value value : past.values()) {
            if (claims.origin(value) != null) {
                values.add(value);
            }
        }
        for (Value value : claims.values()) {
            if (!past.has(value)) {
                values.add(value);
            }
        }
        List<Lineage> lineage = new ArrayList<>(values.size());
        for (Value value : values) {
            lineage.add(lineage(past.lineage(value), claims.origin(value), rulesetVersion, now));
        }
        return new Elected(Content.of(values), lineage);
    }

    private static boolean isAsBefore(Past past, Claims claims) {
        if (past.size() != claims.size()) {
            return false;
        }
        for (Value value : past.values()) {
            Claims.Origin origin = claims.origin(value);
            Lineage before = past.lineage(value);
            if (origin == null || before == null || !isSame(before, origin)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Lineage past, Claims.Origin origin) {
        return past.contributor() == origin.contributor() && past.rule().equals(origin.rule());
    }

    private static Lineage lineage(Lineage past, Claims.Origin origin, long rulesetVersion, Instant now) {
        if (past == null) {
            return new Lineage(origin.contributor(), origin.rule(), rulesetVersion, now);
        }
        return isSame(past, origin)
                ? past
                : new Lineage(origin.contributor(), origin.rule(), past.rulesetVersion(), past.changed());
    }
}
