package org.syncline.platform.engine.memory;

import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreContract;
import org.syncline.platform.engine.port.TypeSource;

/** All promises hold where every set of references is read only as far as it is asked for. */
class LargeSetsStoreTest extends StoreContract {
    @Override
    protected Store open(TypeSource types) {
        return new MemoryStore(types, 1);
    }

    @Override
    protected Store reopen(Store open, TypeSource types) {
        return open;
    }
}
