package org.syncline.platform.engine.memory;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.syncline.schema.identity.ContentHash;

/** Which objects stand under which keys. */
final class Index {
    private final Table<Entry, Long> entries;

    Index(Journal journal) {
        this.entries = new Table<>(journal, Entry.ORDER);
    }

    /** Moves an object from one set of keys to another; the result is how many keys were added and how many removed. */
    Moved move(long object, Set<Key> from, Set<Key> to) {
        Set<Key> removed = without(from, to);
        Set<Key> added = without(to, from);
        removed.forEach(key -> entries.remove(new Entry(key.hash, object, key.part)));
        added.forEach(key -> entries.put(new Entry(key.hash, object, key.part), object));
        return new Moved(added.size(), removed.size());
    }

    private static Set<Key> without(Set<Key> some, Set<Key> others) {
        Set<Key> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    /** The objects under a key, ascending, each once. */
    List<Long> under(ContentHash key) {
        Entry from = new Entry(key, Long.MIN_VALUE, "");
        Entry to = new Entry(key, Long.MAX_VALUE, "");
        return entries.between(from, to).values().stream().distinct().toList();
    }

    Map<ContentHash, List<Long>> find(Collection<ContentHash> keys) {
        Map<ContentHash, List<Long>> found = new HashMap<>();
        for (ContentHash key : keys) {
            List<Long> objects = under(key);
            if (!objects.isEmpty()) {
                found.put(key, objects);
            }
        }
        return found;
    }

    /** The keys of objects; looks at all of them. */
    Map<Long, Set<ContentHash>> of(Collection<Long> objects) {
        Set<Long> these = Set.copyOf(objects);
        Map<Long, Set<ContentHash>> found = new HashMap<>();
        entries.keys().stream()
                .filter(entry -> these.contains(entry.object))
                .forEach(entry -> found.computeIfAbsent(entry.object, unused -> new HashSet<>()).add(entry.hash));
        return found;
    }

    TreeSet<Long> underAny(Collection<ContentHash> keys) {
        TreeSet<Long> objects = new TreeSet<>();
        keys.forEach(key -> objects.addAll(under(key)));
        return objects;
    }

    /** A key that is a number. */
    static ContentHash hash(long number) {
        return new ContentHash(0, number);
    }

    /**
     * What an object is found under.
     *
     * @param part of the object that has the key; empty for the whole
     */
    record Key(ContentHash hash, String part) {
        static Set<Key> of(Collection<ContentHash> hashes) {
            return hashes.stream().map(hash -> new Key(hash, "")).collect(Collectors.toSet());
        }
    }

    /** How many keys were added and removed. */
    record Moved(int added, int removed) {}

    private record Entry(ContentHash hash, long object, String part) {
        static final Comparator<Entry> ORDER = Comparator.comparingLong((Entry entry) -> entry.hash.high())
                .thenComparingLong(entry -> entry.hash.low())
                .thenComparingLong(Entry::object)
                .thenComparing(Entry::part);
    }
}
