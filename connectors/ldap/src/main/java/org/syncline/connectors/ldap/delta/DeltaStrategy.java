package org.syncline.connectors.ldap.delta;

import java.time.Instant;
import java.util.Optional;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.Watermark;

/** A way in which a directory tells what changed. */
public interface DeltaStrategy {

    /**
     * Where a delta import resumes that is to tell everything that happens from now on. A full import asks before it reads: what
     * changes meanwhile is then told twice, and never not at all.
     *
     * @param partition null for all
     * @return empty if nothing tells what changes
     */
    Optional<Watermark> position(String partition);

    /**
     * What changed since a watermark.
     *
     * @param partition null for all
     * @param pageSize changes per page at most
     * @throws ConnectorException code {@code FULL_IMPORT_REQUIRED} if the directory cannot tell (any longer)
     */
    ImportPages since(Watermark watermark, String partition, int pageSize);

    /**
     * What its delta imports never see and a full import does, as a sentence for an administrator; empty where that is nothing.
     *
     * @param lastFull when everything was last read; empty if nobody knows
     */
    default Optional<String> blindness(Optional<Instant> lastFull) {
        return Optional.empty();
    }
}
