package org.syncline.platform.engine.port;

/** The four ports and the transaction they share. One thread uses a store at a time, unless a port says otherwise. */
public interface Store extends AutoCloseable {

    ConnectorSpace connectorSpace();

    Metaverse metaverse();

    RunHistory runHistory();

    Watermarks watermarks();

    /**
     * Applies everything the work writes, or nothing of it.
     *
     * @throws StoreException if the store refuses; nothing was written then
     */
    void inTransaction(Runnable work);

    /** Returns when all that was committed would survive a loss of power. */
    void makeDurable();

    @Override
    void close();
}
