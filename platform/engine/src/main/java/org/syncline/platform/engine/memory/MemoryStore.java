package org.syncline.platform.engine.memory;

import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ExportHistory;
import org.syncline.platform.engine.port.GuardHistory;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.port.RulesetVersions;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.port.StoreTally;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.Watermarks;

/** A store that lasts as long as its process. */
public final class MemoryStore implements Store {
    private static final int MOST_READ_WHOLE = 500;

    private final Journal journal = new Journal(new StoreTally());
    private final MemoryConnectorSpace connectorSpace;
    private final MemoryMetaverse metaverse;
    private final MemoryRunHistory runHistory;
    private final MemoryRulesetVersions rulesetVersions;
    private final MemoryWatermarks watermarks = new MemoryWatermarks(journal);
    private final MemoryGuardHistory guardHistory = new MemoryGuardHistory(journal);
    private final MemoryExportHistory exportHistory = new MemoryExportHistory(journal);

    public MemoryStore(TypeSource types) {
        this(types, MOST_READ_WHOLE);
    }

    /** @param most how many references an attribute may have that is read with its object */
    public MemoryStore(TypeSource types, int most) {
        LargeSets sets = new LargeSets(most, journal.tally());
        this.connectorSpace = new MemoryConnectorSpace(journal, types, sets);
        this.runHistory = new MemoryRunHistory(journal, types);
        this.rulesetVersions = new MemoryRulesetVersions(journal, runHistory::contentHash);
        this.metaverse = new MemoryMetaverse(journal, types, sets, connectorSpace::isHeld);
    }

    @Override
    public ConnectorSpace connectorSpace() {
        return connectorSpace;
    }

    @Override
    public Metaverse metaverse() {
        return metaverse;
    }

    @Override
    public RunHistory runHistory() {
        return runHistory;
    }

    @Override
    public Watermarks watermarks() {
        return watermarks;
    }

    @Override
    public GuardHistory guardHistory() {
        return guardHistory;
    }

    @Override
    public ExportHistory exportHistory() {
        return exportHistory;
    }

    @Override
    public RulesetVersions rulesetVersions() {
        return rulesetVersions;
    }

    @Override
    public void inTransaction(Runnable work) {
        journal.inTransaction(work);
    }

    @Override
    public void makeDurable() {
        // Memory is as durable as it will ever be.
    }

    @Override
    public StoreStatistics statistics() {
        return journal.tally().soFar();
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
