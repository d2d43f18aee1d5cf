package org.syncline.connectors.ldap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Anchor;

/** An LDIF file to read from, which is opened for each import and never written, and perhaps a folder for changes. */
final class LdifConnector implements Connector {
    private final Path file;
    private final Optional<ChangeFolder> changes;
    private final List<LdapObjectType> types;

    LdifConnector(Path file, Optional<ChangeFolder> changes, List<ObjectTypeSettings> types) {
        this.file = file;
        this.changes = changes;
        this.types = types.stream().map(LdapObjectType::new).toList();
    }

    @Override
    public ImportPages read(ImportRequest request) {
        if (!request.isFull()) {
            throw unsupported("An LDIF file is read as a whole; use a full import");
        }
        request.demandNoPartition();
        return new LdifImport(file, types, request.pageSize());
    }

    @Override
    public Optional<ImportedChange.Whole> readOne(String objectType, Anchor anchor, String dn) {
        throw unsupported("An LDIF file is read as a whole; single objects cannot be read");
    }

    @Override
    public List<ExportResult> export(List<ExportOperation> operations) {
        ChangeFolder folder = changes.orElseThrow(() -> unsupported("An LDIF file is a source. To write change records,"
                + " set '" + LdifConnectorFactory.CHANGES
                + "'; to write a whole file, use type ldap with server=\"embedded:FILE.ldif\""));
        try {
            return new LdifExport(folder, types.stream()
                    .collect(Collectors.toMap(type -> type.type().name(), Function.identity()))).export(operations);
        } catch (IOException failed) {
            throw new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                    "The changes cannot be written: " + failed
                            + ". No file of them was left behind: make room, or give the"
                            + " account Syncline runs under the right to write, and run the step again.",
                    failed);
        }
    }

    private static ConnectorException unsupported(String message) {
        return new ConnectorException(ConnectorException.Code.NOT_SUPPORTED, message);
    }

    @Override
    public void close() {}
}
