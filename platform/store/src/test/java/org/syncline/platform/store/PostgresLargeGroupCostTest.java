package org.syncline.platform.store;

import org.junit.jupiter.api.AfterEach;
import org.syncline.platform.engine.LargeGroupCostTest;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;

class PostgresLargeGroupCostTest extends LargeGroupCostTest {
    private PostgresStores stores;

    @Override
    protected Store open(TypeSource types) {
        stores = stores == null ? new PostgresStores() : stores;
        return stores.open(types);
    }

    @AfterEach
    void close() {
        stores.close();
    }
}
