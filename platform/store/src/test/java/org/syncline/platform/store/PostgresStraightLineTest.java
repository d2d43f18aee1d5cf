package org.syncline.platform.store;

import org.junit.jupiter.api.AfterEach;
import org.syncline.platform.engine.StraightLineTest;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;

/** The straight line of an object, with its state in PostgreSQL. */
class PostgresStraightLineTest extends StraightLineTest {
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
