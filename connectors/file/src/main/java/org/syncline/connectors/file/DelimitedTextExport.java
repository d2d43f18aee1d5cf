package org.syncline.connectors.file;

import java.io.IOException;
import java.util.List;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;

/** Writes a page of changes: one rewriting of the file. */
final class DelimitedTextExport {
    private final DelimitedTextSettings settings;

    DelimitedTextExport(DelimitedTextSettings settings) {
        this.settings = settings;
    }

    List<ExportResult> export(List<ExportOperation> operations) {
        if (operations.isEmpty()) {
            return List.of();
        }
        try (TargetFile file = TargetFile.open(settings)) {
            PendingRows pending = new PendingRows(settings, file, operations);
            file.rewrite(pending);
            return pending.results();
        } catch (IOException failed) {
            throw FileTrouble.unwritable(settings, failed);
        }
    }
}
