package org.syncline.connectors.file;

import java.io.IOException;
import java.util.List;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;

/** Writes a page of changes: one rewriting of the file. */
final class FileExport {
    private final FileSettings settings;
    private final FileFormat format;

    FileExport(FileSettings settings, FileFormat format) {
        this.settings = settings;
        this.format = format;
    }

    List<ExportResult> export(List<ExportOperation> operations) {
        if (operations.isEmpty()) {
            return List.of();
        }
        try (TargetFile file = TargetFile.open(settings, format)) {
            PendingRecords pending = new PendingRecords(settings, file, operations);
            file.rewrite(pending);
            return pending.results();
        } catch (IOException failed) {
            throw FileTrouble.unwritable(settings, failed);
        }
    }
}
