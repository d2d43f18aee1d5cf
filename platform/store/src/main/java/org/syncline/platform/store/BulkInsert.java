package org.syncline.platform.store;

import java.sql.SQLException;
import java.util.List;

/** The way in which a database takes many rows at once. */
interface BulkInsert {
    /** How many rows it takes together: of what is inserted, the largest multiple of this goes this way. */
    int rows(int count);

    /**
     * Inserts rows.
     *
     * @param table and its columns: {@code person (id, name)}
     * @param columns how many there are
     */
    <T> void insert(String table, int columns, List<T> rows, Binder<T> binder) throws SQLException;
}
