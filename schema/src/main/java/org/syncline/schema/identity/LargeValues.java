package org.syncline.schema.identity;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A large set of values as a store has it, and what is to be added and removed. Whatever only changes single values, or compares two
 * states of one set, costs what the change costs; the whole is read when somebody asks for it.
 */
public final class LargeValues implements Values {
    private final StoredValues stored;
    private final Map<Value, Lineage> added;
    private final Map<Value, StoredValues.Entry> removed;
    private volatile List<StoredValues.Entry> whole;

    private LargeValues(
            StoredValues stored, Map<Value, Lineage> added, Map<Value, StoredValues.Entry> removed) {
        this.stored = stored;
        this.added = added;
        this.removed = removed;
    }

    /** A set as it is stored; there are two values at least. */
    public static LargeValues of(StoredValues stored) {
        return new LargeValues(stored, Map.of(), Map.of());
    }

    public StoredValues stored() {
        return stored;
    }

    /** What is to be added to the stored set, with its lineage; a value whose lineage changes is among the removed ones too. */
    public Map<Value, Lineage> added() {
        return added;
    }

    /** What is to be removed from the stored set, as it stands there. */
    public Collection<StoredValues.Entry> removed() {
        return removed.values();
    }

    /** All values that are added or removed. */
    public Set<Value> changedValues() {
        Set<Value> changed = new LinkedHashSet<>(added.keySet());
        changed.addAll(removed.keySet());
        return changed;
    }

    @Override
    public int count() {
        return stored.count() - removed.size() + added.size();
    }

    @Override
    public boolean contains(Value value) {
        return added.containsKey(value)
                || !removed.containsKey(value) && stored.among(List.of(value)).containsKey(value);
    }

    @Override
    public Set<Value> among(Collection<? extends Value> values) {
        Set<Value> among = new HashSet<>(stored.among(values).keySet());
        among.removeAll(removed.keySet());
        values.stream().filter(added::containsKey).forEach(among::add);
        return among;
    }

    @Override
    public List<Value> asList() {
        return whole().stream().map(StoredValues.Entry::value).toList();
    }

    /** Where each value comes from, in the order of the values. */
    public List<Lineage> lineage() {
        return new LargeLineage(this);
    }

    /** Who brought the values; empty where no lineage is kept. */
    public Set<Lineage.Origin> origins() {
        Map<Lineage.Origin, Integer> origins = new HashMap<>(stored.origins());
        added.values().stream().filter(Objects::nonNull)
                .forEach(lineage -> origins.merge(lineage.origin(), 1, Integer::sum));
        removed.values().stream().map(StoredValues.Entry::lineage).filter(Objects::nonNull)
                .forEach(lineage -> origins.merge(lineage.origin(), -1, Integer::sum));
        origins.values().removeIf(count -> count <= 0);
        return origins.keySet();
    }

    private List<StoredValues.Entry> whole() {
        if (whole == null) {
            List<StoredValues.Entry> entries = new ArrayList<>(count());
            stored.all().stream().filter(entry -> !removed.containsKey(entry.value())).forEach(entries::add);
            added.forEach((value, lineage) -> entries.add(new StoredValues.Entry(value, lineage)));
            whole = Collections.unmodifiableList(entries);
        }
        return whole;
    }

    @Override
    public Content changed(Collection<? extends Value> more, Collection<? extends Value> less) {
        return changed(more, null, less);
    }

    /** @param lineage of the values that are added */
    public Content changed(Collection<? extends Value> more, Lineage lineage, Collection<? extends Value> less) {
        Set<Value> concerned = new LinkedHashSet<>(more);
        concerned.addAll(less);
        Map<Value, StoredValues.Entry> there = stored.among(concerned);
        Map<Value, Lineage> added = new LinkedHashMap<>(this.added);
        Map<Value, StoredValues.Entry> removed = new HashMap<>(this.removed);
        for (Value value : less) {
            boolean wasAdded = added.containsKey(value);
            added.remove(value);
            if (!wasAdded && there.containsKey(value)) {
                removed.put(value, there.get(value));
            }
        }
        for (Value value : more) {
            StoredValues.Entry entry = there.get(value);
            boolean isRemoved = removed.containsKey(value);
            if (isRemoved && !added.containsKey(value) && (lineage == null || lineage.equals(entry.lineage()))) {
                removed.remove(value);
            } else if (isRemoved || entry == null) {
                added.putIfAbsent(value, lineage);
            }
        }
        LargeValues changed =
                new LargeValues(stored, Collections.unmodifiableMap(added), Collections.unmodifiableMap(removed));
        return changed.count() < 2 ? Content.of(changed.asList()) : changed;
    }

    /** The values that the stored set does not have. */
    public Set<Value> newValues() {
        return without(added.keySet(), removed.keySet());
    }

    /** The values of the stored set that are gone. */
    public Set<Value> goneValues() {
        return without(removed.keySet(), added.keySet());
    }

    private static Set<Value> without(Set<Value> some, Set<Value> others) {
        Set<Value> rest = new LinkedHashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    /** Whether it is the given set, unchanged since it was read, with these changes. */
    public boolean isChangeOf(Content other) {
        return isOfSame(other) && other instanceof LargeValues that && that.added.isEmpty() && that.removed.isEmpty();
    }

    private boolean isOfSame(Content other) {
        return other instanceof LargeValues that && (stored == that.stored || stored.equals(that.stored));
    }

    @Override
    public List<Value> without(Content other) {
        if (!isOfSame(other)) {
            return Values.super.without(other);
        }
        LargeValues that = (LargeValues) other;
        Set<Value> missing = without(newValues(), that.newValues());
        missing.addAll(without(that.goneValues(), goneValues()));
        return List.copyOf(missing);
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (other instanceof LargeValues that && isOfSame(that)) {
            return newValues().equals(that.newValues()) && goneValues().equals(that.goneValues());
        }
        return other instanceof Values that && count() == that.count()
                && new HashSet<>(asList()).equals(new HashSet<>(that.asList()));
    }

    @Override
    public int hashCode() {
        return ListedValues.hash(asList());
    }

    @Override
    public String toString() {
        return asList().toString();
    }

    /** The lineage of the values, read as they are. */
    private static final class LargeLineage extends AbstractList<Lineage> {
        private final LargeValues values;

        private LargeLineage(LargeValues values) {
            this.values = values;
        }

        @Override
        public Lineage get(int index) {
            return values.whole().get(index).lineage();
        }

        @Override
        public int size() {
            return values.count();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof LargeLineage that && values.isOfSame(that.values)
                    ? values.added.equals(that.values.added)
                            && values.removed.keySet().equals(that.values.removed.keySet())
                    : super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }
}
