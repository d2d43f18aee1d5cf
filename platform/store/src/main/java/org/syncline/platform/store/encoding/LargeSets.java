package org.syncline.platform.store.encoding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.Values;

/**
 * Which sets of references are so large that they are read only as far as they are asked for.
 *
 * @param most how many values a set may have that is read with its object
 * @param versions gives versions of sets, none twice
 */
public record LargeSets(int most, LongSupplier versions) {

    /** The large sets of an object, by attribute number. */
    Map<Integer, LargeSet> of(Attributes attributes, List<List<Lineage>> lineage, Layout layout) {
        if (attributes == null || !layout.hasRows()) {
            return Map.of();
        }
        Map<Integer, LargeSet> sets = new HashMap<>();
        for (int index = 0; index < attributes.type().size(); index++) {
            Content content = attributes.get(index);
            if (content instanceof Values && content.count() > most && layout.isInRows(index, content)) {
                List<Lineage> origins = lineage.isEmpty() ? List.of() : lineage.get(index);
                sets.put(layout.number(index), LargeSet.of(content, origins, versions));
            }
        }
        return sets;
    }

    static void write(Map<Integer, LargeSet> sets, RuleNumbers rules, ByteWriter to) {
        to.number(sets.size());
        sets.forEach((attribute, set) -> set.write(attribute, rules, to));
    }

    static Map<Integer, LargeSet> read(RuleNumbers rules, ByteReader from) {
        Map<Integer, LargeSet> sets = new HashMap<>();
        for (int size = from.count(); size > 0; size--) {
            LargeSet.read(rules, from, sets);
        }
        return sets;
    }
}
