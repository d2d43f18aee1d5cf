package org.syncline.platform.engine.port;

import java.util.HashMap;
import java.util.Map;

/** Counts what a store does, for its {@link StoreStatistics}. */
public final class StoreTally {
    private final Map<String, Long> statements = new HashMap<>();
    private final Map<String, Long> rows = new HashMap<>();
    private long commits;
    private long valuesLoaded;

    /** A statement that reads. */
    public synchronized void read(String statement) {
        statements.merge(statement, 1L, Long::sum);
    }

    /** A statement that writes so many rows; not run at all, and not counted, for none. */
    public synchronized void wrote(String statement, int count) {
        if (count > 0) {
            statements.merge(statement, 1L, Long::sum);
            rows.merge(statement, (long) count, Long::sum);
        }
    }

    /** So many references of attributes that can have several were read. */
    public synchronized void loadedValues(int count) {
        valuesLoaded += count;
    }

    public synchronized void committed() {
        commits++;
    }

    public synchronized StoreStatistics soFar() {
        return new StoreStatistics(statements, commits, rows, valuesLoaded);
    }
}
