package org.syncline.connectors.file;

import java.util.List;
import java.util.Optional;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;

/** Reads and writes one file. */
final class FileConnector implements Connector {
    private final FileSettings settings;
    private final FileFormat format;

    FileConnector(FileSettings settings, FileFormat format) {
        this.settings = settings;
        this.format = format;
    }

    @Override
    public ImportPages read(ImportRequest request) {
        if (!request.isFull()) {
            throw notSupported("A delta import");
        }
        request.demandNoPartition();
        return FileImport.open(settings, format, request.pageSize());
    }

    @Override
    public Optional<ImportedChange.Whole> readOne(String objectType, Anchor anchor, String dn) {
        throw notSupported("Reading a single object");
    }

    @Override
    public List<ExportResult> export(List<ExportOperation> operations) {
        return new FileExport(settings, format).export(operations);
    }

    @Override
    public void close() {}

    private ConnectorException notSupported(String what) {
        return new ConnectorException(
                ConnectorException.Code.NOT_SUPPORTED,
                what + " of the file '" + settings.file() + "' is not supported. Use a full import.");
    }
}
