package org.syncline.rules.attributeflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.Value;

/** The values one attribute of an identity had before this pass, with their lineage. */
final class Past {
    private final Map<Value, Lineage> values = new LinkedHashMap<>();
    private final Set<Long> standing;

    /** @param standing numbers of the objects that contribute in this pass */
    Past(MetaverseObject before, int attribute, Set<Long> standing) {
        this.standing = standing;
        List<Lineage> lineage = before.lineage().get(attribute);
        List<Value> list = before.attributes().get(attribute).asList();
        for (int index = 0; index < list.size(); index++) {
            values.put(list.get(index), index < lineage.size() ? lineage.get(index) : null);
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    int size() {
        return values.size();
    }

    Set<Value> values() {
        return values.keySet();
    }

    /** Null for a value that was not there, or whose origin nobody knows. */
    Lineage lineage(Value value) {
        return values.get(value);
    }

    List<Value> having(Predicate<Lineage> property) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue() != null && property.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What this flow brought; also what a flow of its object brought that has another name since. */
    List<Value> broughtBy(ImportCandidate candidate) {
        return having(lineage -> lineage.contributor() == candidate.object().id()
                && (lineage.rule().equals(candidate.flow().name())
                        || !candidate.source().hasFlow(lineage.rule(), candidate.flow().to())));
    }

    boolean isGone(Lineage lineage) {
        return lineage.contributor() != 0 && !standing.contains(lineage.contributor());
    }

    /** Whether another object that still stands brought the value. */
    boolean isBroughtByAnother(Value value, ImportCandidate candidate) {
        Lineage lineage = values.get(value);
        return lineage != null
                && lineage.contributor() != candidate.object().id()
                && standing.contains(lineage.contributor());
    }
}
