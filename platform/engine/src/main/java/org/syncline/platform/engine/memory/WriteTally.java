package org.syncline.platform.engine.memory;

import java.util.HashMap;
import java.util.Map;
import org.syncline.platform.engine.port.ConnectorSpace.TypeCount;
import org.syncline.platform.engine.port.StoreTally;

/** What one call of a write method would cost a database. */
final class WriteTally {
    private final String table;
    private final Map<String, TypeCount> counts = new HashMap<>();
    private int inserted;
    private int updated;
    private int deleted;
    private int keysAdded;
    private int keysRemoved;
    private int referencesAdded;
    private int referencesRemoved;

    WriteTally(String table) {
        this.table = table;
    }

    void row(Object before, Object after) {
        if (before == null) {
            inserted++;
        } else if (after == null) {
            deleted++;
        } else {
            updated++;
        }
    }

    void keys(Index.Moved moved) {
        keysAdded += moved.added();
        keysRemoved += moved.removed();
    }

    void references(Index.Moved moved) {
        referencesAdded += moved.added();
        referencesRemoved += moved.removed();
    }

    void count(String type, TypeCount count, int times) {
        TypeCount none = TypeCount.of(count.objectType(), null);
        counts.merge(type, times > 0 ? count : none.minus(count), TypeCount::plus);
    }

    void noteIn(StoreTally tally) {
        tally.wrote(table + ".insert", inserted);
        tally.wrote(table + ".update", updated);
        tally.wrote(table + ".delete", deleted);
        tally.wrote(table + ".insert-keys", keysAdded);
        tally.wrote(table + ".delete-keys", keysRemoved);
        tally.wrote(table + ".insert-references", referencesAdded);
        tally.wrote(table + ".delete-references", referencesRemoved);
        tally.wrote(table + ".count", (int) counts.values().stream().filter(count -> !count.isZero()).count());
    }
}
