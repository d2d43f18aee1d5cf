package org.syncline.connectors.ldap;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

/** An LDIF file to read from; it is opened for each import and never written. */
final class LdifConnector implements Connector {
    private final Path file;
    private final List<LdapObjectType> types;

    LdifConnector(Path file, List<ObjectTypeSettings> types) {
        this.file = file;
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
        throw unsupported("An LDIF file is a source; to write one, use type ldap with server=\"embedded:FILE.ldif\"");
    }

    private static ConnectorException unsupported(String message) {
        return new ConnectorException(ConnectorException.Code.NOT_SUPPORTED, message);
    }

    @Override
    public void close() {}
}
