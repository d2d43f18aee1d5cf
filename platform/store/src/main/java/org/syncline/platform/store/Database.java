package org.syncline.platform.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.syncline.platform.engine.port.StoreException;

/** Where a store lies, and how it is reached. */
interface Database {
    /**
     * A new connection of this process.
     *
     * @throws StoreException in plain words
     */
    Connection open();

    Dialect dialect();

    /** Where it lies, for messages. */
    String where();

    /** What it refused while the store was opened, in plain words. */
    StoreException refusal(SQLException exception);
}
