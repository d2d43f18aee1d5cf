package org.syncline.platform.engine.port;

/** The ports and the transaction they share. A transaction belongs to the thread that runs it; the ports may be used by several threads at a time, also
 * outside any transaction. */
public interface Store extends AutoCloseable {

    ConnectorSpace connectorSpace();

    Metaverse metaverse();

    RunHistory runHistory();

    Watermarks watermarks();

    GuardHistory guardHistory();

    ExportHistory exportHistory();

    RulesetVersions rulesetVersions();

    /**
     * Applies everything the work writes, or nothing of it; the work sees what it wrote. Within a transaction another one is part of
     * it. What is written outside of any is a transaction of its own. Numbers once reserved stay reserved.
     *
     * @throws StoreException if the store refuses; nothing was written then
     */
    void inTransaction(Runnable work);

    /** Returns when all that was committed would survive a loss of power. */
    void makeDurable();

    /** What this store has done since it was opened. */
    StoreStatistics statistics();

    @Override
    void close();
}
