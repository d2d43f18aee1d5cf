package org.syncline.connectors.spi;

/** Listens to a connected system; see {@link ConnectorFactory#watch}. */
public interface ChangeWatch extends AutoCloseable {

    /** Ends it without waiting for the system; the listener is told nothing any more. */
    @Override
    void close();
}
