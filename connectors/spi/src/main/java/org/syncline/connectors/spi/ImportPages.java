package org.syncline.connectors.spi;

import java.util.Optional;

/** The pages of one import. Closing before the end stops the reading. */
public interface ImportPages extends AutoCloseable {

    /**
     * The next page.
     *
     * @return empty when the import ended <em>well</em>: everything asked for has been delivered
     * @throws ConnectorException if the reading broke off; what was delivered before stays true, but nothing can be concluded from
     *     what was not delivered
     */
    Optional<ImportPage> next();

    /**
     * What all pages said is stored, and so is the last watermark: nothing of it has to be read again. Not called where a process died
     * meanwhile; the watermark of the next import tells then.
     */
    default void stored() {}

    @Override
    void close();
}
