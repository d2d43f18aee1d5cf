package org.syncline.platform.store;

import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.testkit.postgresql.PostgresServer;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;

/** Stores in schemas of their own, on the one server of the tests. */
final class PostgresStores implements AutoCloseable {
    private final List<Store> stores = new ArrayList<>();

    static StoreAddress newAddress() {
        PostgresServer server = PostgresServer.shared();
        return new StoreAddress(server.newSchema(), server.user(), server.password());
    }

    Store open(TypeSource types) {
        Store store = JdbcStore.open(newAddress(), types);
        stores.add(store);
        return store;
    }

    @Override
    public void close() {
        stores.forEach(Store::close);
        stores.clear();
    }
}
