package org.syncline.schema.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Two or more distinct values. They keep the order in which they were reported but are compared as a set. */
public final class Values implements Content {
    private static final int SMALL = 8;

    private final List<Value> list;

    private Values(List<Value> distinct) {
        this.list = distinct;
    }

    /** The distinct ones of two or more values; one value alone if they are all the same. */
    static Content distinct(List<? extends Value> values) {
        List<Value> distinct =
                values.size() <= SMALL ? distinctOfFew(values) : new ArrayList<>(new LinkedHashSet<>(values));
        return distinct.size() == 1 ? distinct.getFirst() : new Values(Collections.unmodifiableList(distinct));
    }

    private static List<Value> distinctOfFew(List<? extends Value> values) {
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
        return other instanceof Values that && list.size() == that.list.size()
                && (list.equals(that.list) || asSet().equals(that.asSet()));
    }

    private Set<Value> asSet() {
        return new HashSet<>(list);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (Value value : list) {
            hash += value.hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return list.toString();
    }
}
