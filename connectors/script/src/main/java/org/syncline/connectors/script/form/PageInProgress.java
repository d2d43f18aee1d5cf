package org.syncline.connectors.script.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.Watermark;

/** A page while it fills. */
public final class PageInProgress {
    private final List<ImportedChange> changes = new ArrayList<>();
    private final List<DiscoveryError> errors = new ArrayList<>();
    private Watermark watermark;

    void add(ImportedChange change) {
        changes.add(change);
    }

    void add(DiscoveryError error) {
        errors.add(error);
    }

    void add(Watermark reached) {
        watermark = reached;
    }

    public int size() {
        return changes.size() + errors.size();
    }

    public boolean isEmpty() {
        return size() == 0 && watermark == null;
    }

    public ImportPage end() {
        return new ImportPage(changes, errors, Optional.ofNullable(watermark));
    }
}
