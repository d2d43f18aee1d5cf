package org.syncline.platform.store;

import java.sql.SQLException;

/** Makes something of one row of a result. */
@FunctionalInterface
interface Reading<T> {
    T read(Row row) throws SQLException;
}
