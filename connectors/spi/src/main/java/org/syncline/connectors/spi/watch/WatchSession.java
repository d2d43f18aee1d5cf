package org.syncline.connectors.spi.watch;

import org.syncline.connectors.spi.ConnectorException;

/** Listens to a connected system as long as nothing goes wrong. Used by one thread. */
public interface WatchSession extends AutoCloseable {

    /** Begins one; see {@link ReconnectingWatch}. */
    interface Opening {

        /**
         * Returns when whatever changes from now on is heard.
         *
         * @throws ConnectorException if the system cannot be listened to
         */
        WatchSession open() throws InterruptedException;
    }

    /**
     * Returns when something may have changed since it was opened, or since this returned last.
     *
     * @throws ConnectorException if it can no longer be heard
     */
    void awaitChange() throws InterruptedException;

    @Override
    void close();
}
