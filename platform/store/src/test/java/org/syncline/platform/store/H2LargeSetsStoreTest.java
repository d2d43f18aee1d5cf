package org.syncline.platform.store;

import java.util.UUID;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreContract;
import org.syncline.platform.engine.port.TypeSource;

/** All promises hold where every set of references is read only as far as it is asked for. */
class H2LargeSetsStoreTest extends StoreContract {
    private String url;

    @Override
    protected Store open(TypeSource types) {
        url = "jdbc:h2:mem:" + UUID.randomUUID();
        return JdbcStore.open(url, types, 1);
    }

    @Override
    protected Store reopen(Store open, TypeSource types) {
        Store again = JdbcStore.open(url, types, 1);
        open.close();
        return again;
    }
}
