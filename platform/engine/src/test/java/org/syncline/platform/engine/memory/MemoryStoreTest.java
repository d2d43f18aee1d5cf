package org.syncline.platform.engine.memory;

import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreContract;
import org.syncline.platform.engine.port.TypeSource;

/** The store in memory keeps the contract; it outlives nothing. */
class MemoryStoreTest extends StoreContract {
    @Override
    protected Store open(TypeSource types) {
        return new MemoryStore(types);
    }

    @Override
    protected Store reopen(Store open, TypeSource types) {
        return open;
    }
}
