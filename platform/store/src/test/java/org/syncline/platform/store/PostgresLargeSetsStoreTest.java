package org.syncline.platform.store;

import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreContract;
import org.syncline.platform.engine.port.TypeSource;

/** All promises hold on PostgreSQL where every set of references is read only as far as it is asked for. */
class PostgresLargeSetsStoreTest extends StoreContract {
    private final StoreAddress address = PostgresStores.newAddress();

    @Override
    protected Store open(TypeSource types) {
        return JdbcStore.open(address, types, 1);
    }

    @Override
    protected Store reopen(Store open, TypeSource types) {
        open.close();
        return JdbcStore.open(address, types, 1);
    }
}
