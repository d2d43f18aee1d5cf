package org.syncline.platform.engine.port;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a store has done so far; both implementations count alike, so that a test can say what a page may cost.
 *
 * @param statements how often each statement ran, by name ({@code connector-space.insert}); a batch, and a look-up of any number of
 *     keys, counts once. Reserving numbers is not counted: a store reserves many at once
 * @param commits of transactions that wrote something
 * @param rows how many rows each writing statement wrote, by the same names
 * @param valuesLoaded how many references of attributes that can have several were read
 */
public record StoreStatistics(Map<String, Long> statements, long commits, Map<String, Long> rows, long valuesLoaded) {

    public StoreStatistics {
        statements = Collections.unmodifiableMap(new TreeMap<>(statements));
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    }

    public long rowsWritten() {
        return sum(rows);
    }

    /** How often statements ran that wrote at least one row. */
    public long writingStatements() {
        return statements.entrySet().stream()
                .filter(entry -> rows.containsKey(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long statementsRun() {
        return sum(statements);
    }

    /** What was done between then and now; what did not happen is left out. */
    public StoreStatistics since(StoreStatistics earlier) {
        return new StoreStatistics(
                difference(statements, earlier.statements), commits - earlier.commits, difference(rows, earlier.rows),
                valuesLoaded - earlier.valuesLoaded);
    }

    private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> then) {
        Map<String, Long> difference = new TreeMap<>(now);
        then.forEach((name, count) -> difference.merge(name, -count, Long::sum));
        difference.values().removeIf(count -> count == 0);
        return difference;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
