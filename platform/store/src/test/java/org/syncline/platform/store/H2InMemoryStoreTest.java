package org.syncline.platform.store;

import java.util.UUID;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreContract;
import org.syncline.platform.engine.port.TypeSource;

/** H2 without a file keeps the contract. */
class H2InMemoryStoreTest extends StoreContract {
    @Override
    protected Store open(TypeSource types) {
        return JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID(), types);
    }

    @Override
    protected Store reopen(Store open, TypeSource types) {
        return open;
    }
}
