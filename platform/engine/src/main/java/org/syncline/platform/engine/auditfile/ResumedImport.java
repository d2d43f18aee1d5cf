package org.syncline.platform.engine.auditfile;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.RunProfile.Kind;

/**
 * An import from an audit file. The whole file is looked at before its first page is handed out, so that a file that is half or wrong
 * stages nothing and holds nothing.
 */
final class ResumedImport implements ImportPages {
    private final AuditReader reader;
    private final int pageSize;
    private final boolean watermarksCount;

    /** @throws ConnectorException if the file cannot be resumed */
    ResumedImport(Path file, ConnectorDefinition connector, ImportRequest request) {
        AuditHead head = check(file, connector, request);
        this.pageSize = request.pageSize();
        this.watermarksCount = head.connector().equals(connector.name())
                && (request.isFull() || head.since() != null);
        this.reader = new AuditReader(file, connector);
    }

    private static AuditHead check(Path file, ConnectorDefinition connector, ImportRequest request) {
        try (AuditReader all = new AuditReader(file, connector)) {
            checkHead(file, connector, all.head(), request);
            while (all.next(request.pageSize()).isPresent()) {
                // anything wrong is told by the reader
            }
            return all.head();
        }
    }

    private static void checkHead(Path file, ConnectorDefinition connector, AuditHead head, ImportRequest request) {
        Kind kind = request.isFull() ? Kind.FULL_IMPORT : Kind.DELTA_IMPORT;
        if (head.kind() != kind) {
            throw refused(file, "is of a step '" + head.kind().text() + "' and cannot be resumed by a '" + kind.text()
                    + "'. Drop it by a " + kind.text() + ".");
        }
        if (!Objects.equals(head.partition(), request.partition().orElse(null))) {
            throw refused(file, "is of " + name(head.partition()) + ", and the step of "
                    + name(request.partition().orElse(null)) + ". Drop it by the same step.");
        }
        boolean isOurs = head.connector().equals(connector.name());
        if (isOurs && head.since() != null
                && request.since().filter(mark -> mark.value().equals(head.since())).isEmpty()) {
            throw refused(file, "begins at another watermark than the one '" + connector.name()
                    + "' stands at: something was imported since it was dropped, or before. Import from the system"
                    + " itself.");
        }
    }

    private static String name(String partition) {
        return partition == null ? "all of a connector" : "the partition '" + partition + "'";
    }

    private static ConnectorException refused(Path file, String message) {
        return new ConnectorException(
                ConnectorException.Code.NO_START_CONNECTION, "The audit file '" + file + "' " + message);
    }

    @Override
    public Optional<ImportPage> next() {
        return reader.next(pageSize)
                .map(page -> watermarksCount
                        ? page
                        : new ImportPage(page.changes(), page.errors(), Optional.empty()));
    }

    @Override
    public void close() {
        reader.close();
    }
}
