package org.syncline.platform.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreContract;
import org.syncline.platform.engine.port.TypeSource;

/** H2 in its file beside the configuration keeps the contract, and everything when it is opened again. */
class H2FileStoreTest extends StoreContract {
    @TempDir
    private Path configuration;

    @Override
    protected Store open(TypeSource types) {
        return JdbcStore.open(configuration, types);
    }

    @Override
    protected Store reopen(Store open, TypeSource types) {
        open.close();
        return JdbcStore.open(configuration, types);
    }
}
