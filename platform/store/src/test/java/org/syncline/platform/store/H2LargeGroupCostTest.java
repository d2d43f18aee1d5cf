package org.syncline.platform.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.syncline.platform.engine.LargeGroupCostTest;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;

class H2LargeGroupCostTest extends LargeGroupCostTest {
    private final List<Store> stores = new ArrayList<>();

    @Override
    protected Store open(TypeSource types) {
        stores.add(JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID(), types));
        return stores.getLast();
    }

    @AfterEach
    void close() {
        stores.forEach(Store::close);
    }
}
