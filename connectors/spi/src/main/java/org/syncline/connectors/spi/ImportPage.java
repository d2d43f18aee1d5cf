package org.syncline.connectors.spi;

import java.util.List;
import java.util.Optional;

/**
 * A page of imported changes, in the order of the system.
 *
 * @param changes what was read
 * @param errors what could not be read; concerns single objects or rows
 * @param watermark where a delta import can resume after this page; empty if it can't yet
 */
public record ImportPage(List<ImportedChange> changes, List<DiscoveryError> errors, Optional<Watermark> watermark) {
    public ImportPage {
        changes = List.copyOf(changes);
        errors = List.copyOf(errors);
    }
}
