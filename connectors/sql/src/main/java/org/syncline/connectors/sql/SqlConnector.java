package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;

/** Reads and writes tables of one database. */
final class SqlConnector implements Connector {
    private final Database database;
    private final Set<String> remarks = new LinkedHashSet<>();
    private SqlExport export;

    SqlConnector(SqlSettings settings) {
        this.database = new Database(settings);
    }

    @Override
    public ImportPages read(ImportRequest request) {
        request.demandNoPartition();
        boolean tellsChanges = database.settings().tellsChanges();
        if (!request.isFull() && !tellsChanges) {
            throw new ConnectorException(ConnectorException.Code.NOT_SUPPORTED,
                    "Connector '" + database.settings().connector()
                            + "' reads no changes: give each of its object types"
                            + " the setting '" + SettingNames.WATERMARK + "' or '" + SettingNames.CHANGES
                            + "', or run a full import.");
        }
        return new SqlImport(database, request, tellsChanges, remarks);
    }

    @Override
    public Optional<ImportedChange.Whole> readOne(String objectType, Anchor anchor, String dn) {
        Connection connection = database.connectToRead();
        try {
            SourceTable table = SourceTable.of(database.settings().objectType(objectType),
                    new Relations(connection, database.dialect()), database.settings());
            List<Object> key = Keys.parameters(table.cells().anchor(), anchor);
            try (ObjectReading reading =
                    ObjectReading.ofObjects(table, database, connection, table.isOne(), key, 1)) {
                return reading.next().flatMap(this::only);
            }
        } catch (Misfit noSuchAnchor) {
            return Optional.empty();
        } catch (SQLException failure) {
            throw SqlErrors.broken(database.settings(), "reading '" + anchor + "'", failure);
        } finally {
            Database.close(connection);
        }
    }

    private Optional<ImportedChange.Whole> only(ImportPage page) {
        if (!page.errors().isEmpty()) {
            throw new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                    "Connector '" + database.settings().connector() + "': " + page.errors().getFirst().place() + ": "
                            + page.errors().getFirst().message());
        }
        return page.changes().stream().map(ImportedChange.Whole.class::cast).findFirst();
    }

    @Override
    public List<ExportResult> export(List<ExportOperation> operations) {
        if (operations.isEmpty()) {
            return List.of();
        }
        if (export == null) {
            export = new SqlExport(database);
        }
        return export.export(operations);
    }

    @Override
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    @Override
    public void close() {
        if (export != null) {
            export.close();
        }
    }
}
