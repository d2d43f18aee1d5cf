package org.syncline.platform.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.TypeSource;

/** Where a store lies. */
public abstract sealed class StorePlace permits EmbeddedPlace, ServerPlace {

    /** Embedded: {@code .syncline/store} in the folder of a configuration. */
    public static StorePlace beside(Path configuration) {
        return new EmbeddedPlace(configuration);
    }

    /** On a database server. */
    public static StorePlace on(StoreAddress address) {
        return new ServerPlace(address);
    }

    /** For messages. */
    public abstract String where();

    /**
     * Opens, or creates, the store.
     *
     * @throws StoreException in plain words
     */
    public abstract Store open(TypeSource types);

    /** Keeps the store for this process while its tables are looked at. */
    abstract void read(Consumer<StoredTables> reading);

    /** Keeps the store for this process while its tables, which must be empty, are filled: wholly, or not at all. */
    abstract void fill(Consumer<StoredTables> filling);

    static StoreException nothingThere(String where) {
        return new StoreException("There is no store at " + where + ", so there is nothing to move");
    }

    /** @throws StoreException if there are no tables of this version */
    static void demandCurrent(Connection connection, String where) throws SQLException {
        switch (Changelog.state(connection, where)) {
            case NEW -> throw nothingThere(where);
            case BEHIND ->
                    throw new StoreException("The store " + where + " was last used by an older version of Syncline."
                            + " Bring it up to date first: syncline store update");
            case CURRENT -> {}
        }
    }
}
