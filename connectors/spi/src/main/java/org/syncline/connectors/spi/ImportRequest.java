package org.syncline.connectors.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * What to read.
 *
 * @param since read what changed since then; empty for everything
 * @param pageSize changes per page at most, at least 1
 * @param partition read this one alone; empty for all that are selected. Needs {@link Capability#PARTITIONS}
 * @param lastFull when everything was last read; empty if nobody knows
 */
public record ImportRequest(
        Optional<Watermark> since, int pageSize, Optional<String> partition, Optional<Instant> lastFull) {

    /** Reads all partitions. */
    public ImportRequest(Optional<Watermark> since, int pageSize) {
        this(since, pageSize, Optional.empty(), Optional.empty());
    }

    public static ImportRequest full(int pageSize) {
        return new ImportRequest(Optional.empty(), pageSize);
    }

    public static ImportRequest delta(Watermark since, int pageSize) {
        return new ImportRequest(Optional.of(since), pageSize);
    }

    /** The same of one partition alone. */
    public ImportRequest of(String name) {
        return new ImportRequest(since, pageSize, Optional.of(name), lastFull);
    }

    public boolean isFull() {
        return since.isEmpty();
    }

    /**
     * For connectors that have no partitions.
     *
     * @throws ConnectorException if one is asked for
     */
    public void demandNoPartition() {
        partition.ifPresent(name -> {
            throw new ConnectorException(ConnectorException.Code.NOT_SUPPORTED,
                    "The system has no partitions, so '" + name + "' cannot be read alone.");
        });
    }
}
