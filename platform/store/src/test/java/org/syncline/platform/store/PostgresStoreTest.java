package org.syncline.platform.store;

import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreContract;
import org.syncline.platform.engine.port.TypeSource;

/** PostgreSQL keeps the contract, and everything when it is opened again. */
class PostgresStoreTest extends StoreContract {
    private final StoreAddress address = PostgresStores.newAddress();

    @Override
    protected Store open(TypeSource types) {
        return JdbcStore.open(address, types);
    }

    @Override
    protected Store reopen(Store open, TypeSource types) {
        open.close();
        return JdbcStore.open(address, types);
    }
}
