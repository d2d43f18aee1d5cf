package org.syncline.schema.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Values that are all at hand. */
final class ListedValues implements Values {
    static final int SMALL = 8;

    private final List<Value> list;

    ListedValues(List<Value> distinct) {
        this.list = distinct;
    }

    static List<Value> distinctOfFew(List<? extends Value> values) {
        List<Value> distinct = new ArrayList<>(values.size());
        for (Value value : values) {
            if (!distinct.contains(value)) {
                distinct.add(value);
            }
        }
        return distinct;
    }

    @Override
    public List<Value> asList() {
        return list;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values that && list.size() == that.count()
                && (list.equals(that.asList()) || asSet().equals(new HashSet<>(that.asList())));
    }

    private Set<Value> asSet() {
        return new HashSet<>(list);
    }

    @Override
    public int hashCode() {
        return hash(list);
    }

    static int hash(List<Value> values) {
        int hash = 0;
        for (Value value : values) {
            hash += value.hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return list.toString();
    }
}
