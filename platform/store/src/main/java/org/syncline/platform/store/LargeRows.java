package org.syncline.platform.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.store.encoding.LargeSet;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.Value;

/** A large set of references that stands in rows; what was asked for once is remembered. */
final class LargeRows implements LargeSet.Stored {

    /** The table in which sets stand. */
    interface Table {
        /** All values of a set, in the order in which they were added. */
        List<Entry> all(LargeRows set);

        /** Those of the given values that sets hold; sets that hold none may be left out. */
        Map<LargeRows, List<Entry>> find(Map<LargeRows, Set<Value>> wanted);
    }

    private final Table table;
    private final String place;
    private final long owner;
    private final int attribute;
    private final LargeSet state;
    private final Map<Value, Optional<Entry>> asked = new ConcurrentHashMap<>();
    private volatile List<Entry> all;

    /**
     * A set.
     *
     * @param place the connector of its owner; empty for the metaverse
     * @param attribute its number
     */
    LargeRows(Table table, String place, long owner, int attribute, LargeSet state) {
        this.table = table;
        this.place = place;
        this.owner = owner;
        this.attribute = attribute;
        this.state = state;
    }

    String place() {
        return place;
    }

    long owner() {
        return owner;
    }

    int attribute() {
        return attribute;
    }

    @Override
    public LargeSet state() {
        return state;
    }

    @Override
    public int count() {
        return state.count();
    }

    @Override
    public List<Entry> all() {
        if (all == null) {
            List<Entry> read = table.all(this);
            if (read.size() != count()) {
                throw new StoreException("The references of #" + owner
                        + " were changed since it was read. Nothing was written; run the step again");
            }
            all = read;
        }
        return all;
    }

    @Override
    public Map<Value, Entry> among(Collection<? extends Value> values) {
        lookUp(table, Map.of(this, values));
        Map<Value, Entry> among = new HashMap<>();
        values.forEach(value -> asked.get(value).ifPresent(entry -> among.put(entry.value(), entry)));
        return among;
    }

    /** Asks for values of any number of sets of one table at once. */
    static void lookUp(Table table, Map<LargeRows, ? extends Collection<? extends Value>> values) {
        Map<LargeRows, Set<Value>> wanted = new HashMap<>();
        values.forEach((set, some) -> {
            Set<Value> unknown =
                    some.stream().filter(value -> !set.asked.containsKey(value)).collect(Collectors.toSet());
            if (!unknown.isEmpty()) {
                wanted.put(set, unknown);
            }
        });
        if (!wanted.isEmpty()) {
            Map<LargeRows, List<Entry>> found = table.find(wanted);
            wanted.forEach((set, unknown) -> set.remember(unknown, found.getOrDefault(set, List.of())));
        }
    }

    private void remember(Set<Value> unknown, List<Entry> found) {
        Set<Value> missing = new HashSet<>(unknown);
        for (Entry entry : found) {
            asked.put(entry.value(), Optional.of(entry));
            missing.remove(entry.value());
        }
        missing.forEach(value -> asked.put(value, Optional.empty()));
    }

    @Override
    public Map<Lineage.Origin, Integer> origins() {
        return state.origins();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LargeRows that && table == that.table && owner == that.owner
                && attribute == that.attribute && state.version() == that.state.version();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(owner) * 31 + attribute;
    }
}
