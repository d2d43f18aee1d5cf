package org.syncline.platform.engine.port;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every store promises: its test extends this and says how it is opened. */
public abstract class StoreContract
        implements
        ConnectorSpaceContract,
        ExportHistoryContract,
        GuardHistoryContract,
        HologramContract,
        MetaverseContract,
        RulesetVersionsContract,
        RunHistoryContract,
        TransactionContract,
        TypeEvolutionContract {
    private final SampleTypes types = new SampleTypes();
    private Store store;

    protected abstract Store open(TypeSource types);

    /** The same store once more; the one given is still open. */
    protected abstract Store reopen(Store open, TypeSource types);

    @BeforeEach
    void openTheStore() {
        store = open(types);
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
        store = reopen(store, types);
        return store;
    }
}
