package org.syncline.connectors.spi;

import java.util.List;
import java.util.Optional;
import org.syncline.schema.identity.Anchor;

/**
 * An open connection to a connected system. One thread at a time uses it; import and export never overlap.
 *
 * <p>Failures of the system as a whole are {@link ConnectorException}s; what concerns one object is a {@link DiscoveryError} or an
 * {@link ExportResult}.
 */
public interface Connector extends AutoCloseable {

    /**
     * Begins to read. Pages are read one after the other, while the caller asks for them.
     *
     * @throws ConnectorException if the system cannot be read; code {@code FULL_IMPORT_REQUIRED} if it does not (any longer)
     *     accept the watermark
     */
    ImportPages read(ImportRequest request);

    /**
     * Reads one object as it is now; needs {@link Capability#READ_ONE}.
     *
     * @param anchor or null when only the DN is known
     * @param dn or null when only the anchor is known
     * @return the whole object; empty if it does not exist
     */
    Optional<ImportedChange.Whole> readOne(String objectType, Anchor anchor, String dn);

    /**
     * Sends changes, in this order as far as they depend on each other; needs {@link Capability#EXPORT}.
     *
     * @return one result per operation, in the order of the operations
     * @throws ConnectorException if the system as a whole failed; then the outcome of every operation is unknown
     */
    List<ExportResult> export(List<ExportOperation> operations);

    /**
     * What an administrator is to know of what was read or sent since it was opened, besides what concerns single objects: what was left
     * out and why, what was done otherwise than usual. Asked for at the end of a step; nothing where there is nothing to say.
     *
     * @return sentences that are the same at the next time if nothing has changed
     */
    default List<String> remarks() {
        return List.of();
    }

    @Override
    void close();
}
