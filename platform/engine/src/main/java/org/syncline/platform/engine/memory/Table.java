package org.syncline.platform.engine.memory;

import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A sorted map whose changes can be undone. */
final class Table<K, V> {
    private final Journal journal;
    private final TreeMap<K, V> rows;

    Table(Journal journal, Comparator<? super K> order) {
        this.journal = journal;
        this.rows = new TreeMap<>(order);
    }

    static <K extends Comparable<K>, V> Table<K, V> sorted(Journal journal) {
        return new Table<>(journal, Comparator.naturalOrder());
    }

    V get(K key) {
        return rows.get(key);
    }

    boolean has(K key) {
        return rows.containsKey(key);
    }

    void put(K key, V value) {
        restoreLater(key, rows.put(key, value));
    }

    V remove(K key) {
        V before = rows.remove(key);
        if (before != null) {
            restoreLater(key, before);
        }
        return before;
    }

    private void restoreLater(K key, V before) {
        journal.note(() -> {
            if (before == null) {
                rows.remove(key);
            } else {
                rows.put(key, before);
            }
        });
    }

    Set<K> keys() {
        return rows.keySet();
    }

    Collection<V> values() {
        return rows.values();
    }

    Collection<V> latestFirst() {
        return rows.descendingMap().values();
    }

    NavigableMap<K, V> after(K key) {
        return rows.tailMap(key, false);
    }

    NavigableMap<K, V> between(K from, K to) {
        return rows.subMap(from, true, to, true);
    }
}
