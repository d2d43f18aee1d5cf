package org.syncline.rules.join;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.dsl.ruleset.JoinRules.Match;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** Compares the keys of a criterion with identities. */
final class Comparison {
    private Comparison() {}

    static List<MetaverseObject> matching(
            String metaverseType, Criterion criterion, List<String> keys, Candidates candidates) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<Long, MetaverseObject> hits = new LinkedHashMap<>();
        for (MetaverseObject identity : candidates.with(
                metaverseType, criterion.matches().getFirst().with(), keys.getFirst())) {
            if (agrees(criterion, keys, identity)) {
                hits.put(identity.id(), identity);
            }
        }
        return List.copyOf(hits.values());
    }

    /** Whether all keys are among the values of the identity; a null key agrees with nobody. */
    static boolean agrees(Criterion criterion, List<String> keys, MetaverseObject identity) {
        for (int match = 0; match < keys.size(); match++) {
            if (!holds(criterion.matches().get(match), keys.get(match), identity)) {
                return false;
            }
        }
        return !keys.isEmpty();
    }

    static boolean holds(Match match, String key, MetaverseObject identity) {
        for (Value value : identity.attributes().get(match.with()).asList()) {
            if (isComparable(value)
                    && (match.ignoreCase() ? value.text().equalsIgnoreCase(key) : value.text().equals(key))) {
                return true;
            }
        }
        return false;
    }

    /** Metaverse references name identities by number, which no connected system knows. */
    static boolean isComparable(Value value) {
        return !(value instanceof ReferenceValue) && !value.text().isEmpty();
    }
}
