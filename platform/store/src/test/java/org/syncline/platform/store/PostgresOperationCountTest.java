package org.syncline.platform.store;

import org.junit.jupiter.api.AfterEach;
import org.syncline.platform.engine.OperationCountTest;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;

/** What each step costs is the same in PostgreSQL and in memory. */
class PostgresOperationCountTest extends OperationCountTest {
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
