package org.syncline.connectors.memory;

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

/** Reads and writes a {@link MemorySystem}. */
final class MemoryConnector implements Connector {
    private final MemorySettings settings;
    private final MemorySystem system;

    MemoryConnector(MemorySettings settings, MemorySystem system) {
        this.settings = settings;
        this.system = system;
        if (settings.patches()) {
            system.rememberVersions();
        }
    }

    @Override
    public ImportPages read(ImportRequest request) {
        if (!settings.names()) {
            request.demandNoPartition();
        }
        system.count(new MemoryCounts(1, 0, 0, 0, 0));
        return new MemoryImport(system, settings, request);
    }

    @Override
    public Optional<ImportedChange.Whole> readOne(String objectType, Anchor anchor, String dn) {
        if (!settings.readsOne()) {
            throw new ConnectorException(
                    ConnectorException.Code.NOT_SUPPORTED,
                    "The memory system '" + system.name() + "' cannot be asked for one object: 'read-one' is false.");
        }
        system.count(new MemoryCounts(0, 0, 1, 0, 0));
        Optional<MemoryObject> found = anchor == null ? system.byDn(objectType, dn) : system.find(objectType, anchor);
        return settings.objectType(objectType)
                .flatMap(type -> found
                        .flatMap(object -> MemoryRead.whole(settings, type, object.anchor(), object.attributes())));
    }

    @Override
    public List<ExportResult> export(List<ExportOperation> operations) {
        system.count(new MemoryCounts(0, 0, 0, 1, operations.size()));
        return new MemoryExport(system, settings).export(operations);
    }

    @Override
    public List<String> remarks() {
        return system.faults().remarks();
    }

    @Override
    public void close() {}
}
