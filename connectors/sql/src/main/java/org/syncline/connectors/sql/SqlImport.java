package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ObjectTypeSettings;

/** A full import: type by type, in one transaction that only reads. */
final class SqlImport implements ImportPages {
    private final Database database;
    private final Connection connection;
    private final int pageSize;
    private final Iterator<ObjectTypeSettings> types;
    private ObjectReading reading;
    private boolean closed;

    SqlImport(Database database, ImportRequest request) {
        this.database = database;
        this.pageSize = request.pageSize();
        this.types = database.settings().objectTypes().iterator();
        this.connection = database.connectToRead();
    }

    @Override
    public Optional<ImportPage> next() {
        if (closed) {
            throw new IllegalStateException("The import is closed");
        }
        try {
            Optional<ImportPage> page = Optional.empty();
            while (page.isEmpty() && (reading != null || types.hasNext())) {
                page = nextOfType();
            }
            return page;
        } catch (SQLException failure) {
            throw SqlErrors.broken(database.settings(), "reading", failure);
        }
    }

    private Optional<ImportPage> nextOfType() throws SQLException {
        if (reading == null) {
            reading = read(types.next());
        }
        Optional<ImportPage> page = reading.next();
        if (page.isEmpty()) {
            reading.close();
            reading = null;
        }
        return page;
    }

    private ObjectReading read(ObjectTypeSettings type) throws SQLException {
        Relations relations = new Relations(connection, database.dialect());
        return new ObjectReading(SourceTable.of(type, relations, database.settings()), database, connection, "",
                List.of(), pageSize);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Database.close(connection);
        }
    }
}
