package org.syncline.platform.engine.auditfile;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;

/**
 * A connector that is only read, beside an audit file or through it.
 *
 * @param reading what reading is
 * @param remarking what it has to say of it
 * @param closing what is closed with it
 */
record AuditedConnector(
        Function<ImportRequest, ImportPages> reading, Supplier<List<String>> remarking, Runnable closing)
        implements Connector {

    @Override
    public ImportPages read(ImportRequest request) {
        return reading.apply(request);
    }

    @Override
    public Optional<ImportedChange.Whole> readOne(String objectType, Anchor anchor, String dn) {
        throw notSupported();
    }

    @Override
    public List<ExportResult> export(List<ExportOperation> operations) {
        throw notSupported();
    }

    private static ConnectorException notSupported() {
        return new ConnectorException(
                ConnectorException.Code.NOT_SUPPORTED, "A step with an audit file only reads through it.");
    }

    @Override
    public List<String> remarks() {
        return remarking.get();
    }

    @Override
    public void close() {
        closing.run();
    }
}
