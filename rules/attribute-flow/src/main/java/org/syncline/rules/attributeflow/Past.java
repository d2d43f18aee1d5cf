package org.syncline.rules.attributeflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.Value;

/** The values one attribute of an identity had before this pass, with their lineage. */
final class Past {
    private final List<Value> values;
    private final List<Lineage> lineage;
    private final Set<Long> standing;
    private final Positions positions;

    /** @param standing numbers of the objects that contribute in this pass */
    Past(MetaverseObject before, int attribute, Set<Long> standing) {
        this.values = before.attributes().get(attribute).asList();
        this.lineage = before.lineage().get(attribute);
        this.standing = standing;
        this.positions = new Positions(values);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    int size() {
        return values.size();
    }

    List<Value> values() {
        return values;
    }

    boolean has(Value value) {
        return positions.of(value) >= 0;
    }

    /** Null for a value that was not there, or whose origin nobody knows. */
    Lineage lineage(Value value) {
        return lineageAt(positions.of(value));
    }

    private Lineage lineageAt(int position) {
        return position >= 0 && position < lineage.size() ? lineage.get(position) : null;
    }

    List<Value> having(Predicate<Lineage> property) {
        List<Value> having = new ArrayList<>();
        for (int position = 0; position < values.size(); position++) {
            Lineage origin = lineageAt(position);
            if (origin != null && property.test(origin)) {
                having.add(values.get(position));
            }
        }
        return having;
    }

    /** What this flow brought; also what a flow of its object brought that has another name since. */
    List<Value> broughtBy(ImportCandidate candidate) {
        return having(origin -> origin.contributor() == candidate.object().id()
                && (origin.rule().equals(candidate.flow().name())
                        || !candidate.source().hasFlow(origin.rule(), candidate.flow().to())));
    }

    boolean isGone(Lineage origin) {
        return origin.contributor() != 0 && !standing.contains(origin.contributor());
    }

    /** Whether another object that still stands brought the value. */
    boolean isBroughtByAnother(Value value, ImportCandidate candidate) {
        Lineage origin = lineage(value);
        return origin != null
                && origin.contributor() != candidate.object().id()
                && standing.contains(origin.contributor());
    }
}
