package org.syncline.platform.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.schema.identity.ContentHash;

/** The hashed keys under which the objects of one space are found. */
final class KeyTable {
    private static final Comparator<ContentHash> ORDER =
            Comparator.comparingLong(ContentHash::high).thenComparingLong(ContentHash::low);

    private final Session session;
    private final Dialect dialect;
    private final String space;
    private final String table;

    KeyTable(Session session, Dialect dialect, String space, String table) {
        this.session = session;
        this.dialect = dialect;
        this.space = space;
        this.table = table;
    }

    private record Entry(ContentHash key, long object) {}

    /** What one page adds and removes. */
    final class Changes {
        private final List<Entry> added = new ArrayList<>();
        private final List<Entry> removed = new ArrayList<>();

        void note(long object, Set<ContentHash> before, Set<ContentHash> after) {
            if (!before.equals(after)) {
                before.stream().filter(key -> !after.contains(key)).forEach(key -> removed.add(new Entry(key, object)));
                after.stream().filter(key -> !before.contains(key)).forEach(key -> added.add(new Entry(key, object)));
            }
        }

        void write() {
            session.batch(space + ".delete-keys",
                    "delete from " + table + " where high = ? and low = ? and object_id = ?",
                    removed, KeyTable::bind);
            session.insert(space + ".insert-keys", table + " (high, low, object_id)", 3,
                    added,
                    KeyTable::bind);
        }
    }

    private static void bind(Parameters parameters, Entry entry) throws java.sql.SQLException {
        parameters.put(entry.key).put(entry.object);
    }

    /** In the order of the index, so that what lies together is read together. */
    Map<ContentHash, List<Long>> find(String name, Collection<ContentHash> keys) {
        List<ContentHash> sorted = keys.stream().distinct().sorted(ORDER).toList();
        String sql = "select k.high, k.low, k.object_id from " + dialect.given("high", "low") + " join " + table
                + " k on k.high = given.high and k.low = given.low order by k.object_id";
        Map<ContentHash, List<Long>> found = new HashMap<>();
        session.listOf(space + "." + name, sql, sorted, Parameters::putHashes,
                row -> new Entry(row.hash(), row.number()))
                .forEach(one -> found.computeIfAbsent(one.key, unused -> new ArrayList<>(1)).add(one.object));
        return found;
    }

    Map<Long, Set<ContentHash>> of(Collection<Long> objects) {
        String sql = "select k.high, k.low, k.object_id from " + dialect.given("id") + " join " + table
                + " k on k.object_id = given.id";
        Map<Long, Set<ContentHash>> found = new HashMap<>();
        session.list(space + ".keys-of", sql, parameters -> parameters.putAll(Set.copyOf(objects)),
                row -> new Entry(row.hash(), row.number()))
                .forEach(entry -> found.computeIfAbsent(entry.object, unused -> new HashSet<>()).add(entry.key));
        return found;
    }
}
