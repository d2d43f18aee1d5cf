package org.syncline.connectors.spi;

import java.util.Optional;

/**
 * What to read.
 *
 * @param since read what changed since then; empty for everything
 * @param pageSize changes per page at most, at least 1
 */
public record ImportRequest(Optional<Watermark> since, int pageSize) {
    public static ImportRequest full(int pageSize) {
        return new ImportRequest(Optional.empty(), pageSize);
    }

    public static ImportRequest delta(Watermark since, int pageSize) {
        return new ImportRequest(Optional.of(since), pageSize);
    }

    public boolean isFull() {
        return since.isEmpty();
    }
}
