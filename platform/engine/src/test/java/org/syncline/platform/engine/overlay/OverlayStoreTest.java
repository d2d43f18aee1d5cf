package org.syncline.platform.engine.overlay;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.port.ConnectorSpaceContract;
import org.syncline.platform.engine.port.ExportHistoryContract;
import org.syncline.platform.engine.port.HologramContract;
import org.syncline.platform.engine.port.MetaverseContract;
import org.syncline.platform.engine.port.RunHistoryContract;
import org.syncline.platform.engine.port.SampleTypes;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TransactionContract;
import org.syncline.platform.engine.port.TypeEvolutionContract;

/** An overlay over nothing is a store like any other; only what guards remember of exports cannot be written. */
class OverlayStoreTest
        implements
        ConnectorSpaceContract,
        ExportHistoryContract,
        HologramContract,
        MetaverseContract,
        RunHistoryContract,
        TransactionContract,
        TypeEvolutionContract {
    private final SampleTypes types = new SampleTypes();
    private Store store;

    @BeforeEach
    void openTheStore() {
        store = new OverlayStore(new MemoryStore(types), new MemoryStore(types), types, List.of());
    }

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public SampleTypes types() {
        return types;
    }

    @Override
    public Store reopened() {
        return store;
    }
}
