package org.syncline.connectors.ldap.delta;

import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.spi.ConnectorException;

/** The choice of a {@link DeltaStrategy} before there is a directory. */
public interface DeltaChoice {

    /** Whether what changed can be read at all. */
    boolean readsDeltas();

    /** Whether its watermarks mean nothing to other servers with the same content. */
    boolean isOfOneServer();

    /**
     * The strategy for a directory.
     *
     * @throws ConnectorException if the directory does not offer it, or the object types are not declared as it needs them
     */
    DeltaStrategy of(DirectoryContent content);
}
