package org.syncline.schema.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

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

    /** Whether contributor and rule of every value have a property; true where no lineage is kept. Version and time are not told. */
    boolean allBroughtBy(Predicate<Lineage> property);
}
