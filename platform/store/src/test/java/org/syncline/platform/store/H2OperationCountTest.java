package org.syncline.platform.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.syncline.platform.engine.OperationCountTest;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;

/** What each step costs is the same in H2 and in memory. */
class H2OperationCountTest extends OperationCountTest {
    private List<Store> stores;

    @Override
    protected Store open(TypeSource types) {
        Store store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID(), types);
        stores = stores == null ? new ArrayList<>() : stores;
        stores.add(store);
        return store;
    }

    @AfterEach
    void close() {
        stores.forEach(Store::close);
    }
}
