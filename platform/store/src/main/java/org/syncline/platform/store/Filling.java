package org.syncline.platform.store;

import java.sql.SQLException;

/** Fills in the parameters of a statement that runs once. */
@FunctionalInterface
interface Filling {
    Filling NOTHING = parameters -> {};

    void fill(Parameters parameters) throws SQLException;
}
