package org.syncline.platform.store.encoding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.LargeValues;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.StoredValues;

/**
 * What a body holds of a large set of references whose values stand in rows: as much as must be known without reading them.
 *
 * @param version another one after every change; no two states of a set have the same
 * @param origins how many of the values each contributor's rule brought; the others have no lineage
 */
public record LargeSet(long version, int count, Map<Lineage.Origin, Integer> origins) {

    /** A stored set that knows its state. */
    public interface Stored extends StoredValues {
        LargeSet state();
    }

    public LargeSet {
        origins = Map.copyOf(origins);
    }

    /**
     * The state in which a content is to be written.
     *
     * @param lineage of its values; empty where none is kept
     * @param versions gives a version that was never given before
     */
    static LargeSet of(Content content, List<Lineage> lineage, LongSupplier versions) {
        if (content instanceof LargeValues large && large.stored() instanceof Stored stored) {
            boolean same = large.added().isEmpty() && large.removed().isEmpty();
            return same ? stored.state() : stored.state().changed(large, versions.getAsLong());
        }
        Map<Lineage.Origin, Integer> origins = new HashMap<>();
        lineage.forEach(one -> count(origins, one, 1));
        return new LargeSet(versions.getAsLong(), content.count(), origins);
    }

    private LargeSet changed(LargeValues large, long newVersion) {
        Map<Lineage.Origin, Integer> changed = new HashMap<>(origins);
        large.added().values().forEach(lineage -> count(changed, lineage, 1));
        large.removed().forEach(entry -> count(changed, entry.lineage(), -1));
        changed.values().removeIf(values -> values == 0);
        return new LargeSet(newVersion, large.count(), changed);
    }

    private static void count(Map<Lineage.Origin, Integer> origins, Lineage lineage, int values) {
        if (lineage != null) {
            origins.merge(lineage.origin(), values, Integer::sum);
        }
    }

    void write(int attribute, RuleNumbers rules, ByteWriter to) {
        to.number(attribute);
        to.number(version);
        to.number(count);
        to.number(origins.size());
        origins.forEach((origin, values) -> {
            to.signed(origin.contributor());
            to.number(rules.number(origin.rule()));
            to.number(values);
        });
    }

    static void read(RuleNumbers rules, ByteReader from, Map<Integer, LargeSet> sets) {
        int attribute = from.count();
        long version = from.number();
        int count = from.count();
        Map<Lineage.Origin, Integer> origins = new HashMap<>();
        for (int size = from.count(); size > 0; size--) {
            long contributor = from.signed();
            origins.put(new Lineage.Origin(contributor, rules.rule(from.count())), from.count());
        }
        sets.put(attribute, new LargeSet(version, count, origins));
    }
}
