package org.syncline.platform.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;

/** On a database server. */
final class ServerPlace extends StorePlace {
    private final StoreAddress address;

    ServerPlace(StoreAddress address) {
        this.address = address;
    }

    /** Both connections, as whoever uses the store has them, so that nobody else does. */
    private record Taken(Connection connection, Connection numbering) implements AutoCloseable {
        static Taken of(Database database) throws SQLException {
            Connection connection = database.open();
            try {
                return new Taken(connection, database.open());
            } catch (RuntimeException failure) {
                connection.close();
                throw failure;
            }
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                numbering.close();
            }
        }
    }

    @Override
    public String where() {
        return address.url();
    }

    @Override
    public Store open(TypeSource types) {
        return JdbcStore.open(address, types);
    }

    @Override
    void read(Consumer<StoredTables> reading) {
        Database database = address.database();
        try (Taken store = Taken.of(database)) {
            demandCurrent(store.connection, where());
            reading.accept(new StoredTables(store.connection, database.dialect(), where()));
        } catch (SQLException exception) {
            throw database.refusal(exception);
        }
    }

    /** In one transaction, which nobody sees unless it ends well. */
    @Override
    void fill(Consumer<StoredTables> filling) {
        Database database = address.database();
        try (Taken store = Taken.of(database)) {
            Migration.run(store.connection, database.dialect(), where());
            StoredTables tables = new StoredTables(store.connection, database.dialect(), where());
            tables.demandEmpty();
            tables.session().inTransaction(() -> filling.accept(tables));
        } catch (SQLException exception) {
            throw database.refusal(exception);
        }
    }
}
