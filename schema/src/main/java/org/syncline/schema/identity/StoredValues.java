package org.syncline.schema.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A large set of distinct values that stands in a store and is read only as far as it is asked for. Two are equal if they are the same
 * set in the same state.
 */
public interface StoredValues {

    /** One value, and where it comes from; null where that is not kept. */
    record Entry(Value value, Lineage lineage) {}

    int count();

    /** Those of the given values that are in the set, each as it stands there. */
    Map<Value, Entry> among(Collection<? extends Value> values);

    /** All of them, in the order in which they were added. */
    List<Entry> all();

    /** How many values each contributor's rule brought; empty where no lineage is kept. */
    Map<Lineage.Origin, Integer> origins();
}
