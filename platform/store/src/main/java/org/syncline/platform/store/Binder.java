package org.syncline.platform.store;

import java.sql.SQLException;

/** Fills in the parameters of a statement for one row. */
@FunctionalInterface
interface Binder<T> {
    void bind(Parameters parameters, T row) throws SQLException;
}
