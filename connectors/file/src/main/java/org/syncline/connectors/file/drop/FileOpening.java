package org.syncline.connectors.file.drop;

import org.syncline.connectors.spi.ImportPages;

/** Reads one dropped file in its format. */
@FunctionalInterface
public interface FileOpening {

    /**
     * Begins to read a file.
     *
     * @throws org.syncline.connectors.spi.ConnectorException if it cannot be read; without a cause if that is due to what stands in it
     */
    ImportPages open(DroppedFile file, int pageSize);
}
