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
 * @param origins how many values each contributor's rule brought; of a staged object, all from nobody
 */
public record LargeSet(long version, Map<Origin, Integer> origins) {

    /** @param rule null where no lineage is kept */
    public record Origin(long contributor, String rule) {
        private static final Origin NOBODY = new Origin(0, null);

        static Origin of(Lineage lineage) {
            return lineage == null ? NOBODY : new Origin(lineage.contributor(), lineage.rule());
        }
    }

    /** A stored set that knows its state. */
    public interface Stored extends StoredValues {
        LargeSet state();
    }

    public LargeSet {
        origins = Map.copyOf(origins);
    }

    public int count() {
        return origins.values().stream().mapToInt(Integer::intValue).sum();
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
        Map<Origin, Integer> origins = new HashMap<>();
        int values = content.count();
        for (int position = 0; position < values; position++) {
            origins.merge(Origin.of(position < lineage.size() ? lineage.get(position) : null), 1, Integer::sum);
        }
        return new LargeSet(versions.getAsLong(), origins);
    }

    private LargeSet changed(LargeValues large, long newVersion) {
        Map<Origin, Integer> changed = new HashMap<>(origins);
        large.added().values().forEach(lineage -> changed.merge(Origin.of(lineage), 1, Integer::sum));
        large.removed().forEach(entry -> changed.merge(Origin.of(entry.lineage()), -1, Integer::sum));
        changed.values().removeIf(count -> count == 0);
        return new LargeSet(newVersion, changed);
    }

    void write(int attribute, RuleNumbers rules, ByteWriter to) {
        to.number(attribute);
        to.number(version);
        to.number(origins.size());
        origins.forEach((origin, count) -> {
            to.signed(origin.contributor());
            to.number(rules.number(origin.rule()));
            to.number(count);
        });
    }

    static void read(RuleNumbers rules, ByteReader from, Map<Integer, LargeSet> sets) {
        int attribute = from.count();
        long version = from.number();
        Map<Origin, Integer> origins = new HashMap<>();
        for (int size = from.count(); size > 0; size--) {
            long contributor = from.signed();
            origins.put(new Origin(contributor, rules.rule(from.count())), from.count());
        }
        sets.put(attribute, new LargeSet(version, origins));
    }
}
