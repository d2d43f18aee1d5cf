package org.syncline.dsl.expression;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table that expressions look values up in. Immutable.
 *
 * @param name as expressions write it
 * @param columns the names of the columns; the first one holds the keys
 * @param rows by key, in lower case
 */
public record LookupTable(String name, List<String> columns, Map<String, List<String>> rows) {

    public LookupTable {
        columns = List.copyOf(columns);
        rows = Map.copyOf(rows);
    }

    /** A key as the rows are found by: without regard to case and to white space around it. */
    public static String key(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }

    /** What a row holds in a column; null if there is no such row, or nothing in it. */
    String find(String key, int column) {
        List<String> row = rows.get(key(key));
        return row == null || row.get(column).isEmpty() ? null : row.get(column);
    }
}
