package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ObjectTypeSettings;

/**
 * An import, type by type, in one transaction that only reads. How far changes have come is asked before anything is read: what changes
 * meanwhile is read twice, and never lost.
 */
final class SqlImport implements ImportPages {
    private final Database database;
    private final ImportRequest request;
    private final boolean tellsWatermark;
    private final Set<String> remarks;
    private final Connection connection;
    private final Iterator<ObjectTypeSettings> types;
    private final Map<String, String> marks = new TreeMap<>();
    private String doing = "reading";
    private PageSource reading;
    private boolean ended;
    private boolean closed;

    /**
     * @param tellsWatermark whether changes can be read afterwards
     * @param remarks receives what an administrator is to know
     */
    SqlImport(Database database, ImportRequest request, boolean tellsWatermark, Set<String> remarks) {
        this.database = database;
        this.request = request;
        this.tellsWatermark = tellsWatermark;
        this.remarks = remarks;
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
            return page.isPresent() ? page : end();
        } catch (SQLException failure) {
            throw SqlErrors.broken(database.settings(), doing, failure);
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

    /** The last page says where the next import of changes begins. */
    private Optional<ImportPage> end() {
        if (ended || !tellsWatermark) {
            return Optional.empty();
        }
        ended = true;
        return Optional.of(new ImportPage(List.of(), List.of(), Optional.of(new Marks(marks).watermark())));
    }

    private PageSource read(ObjectTypeSettings type) throws SQLException {
        doing = "reading object type '" + type.type().name() + "'";
        Relations relations = new Relations(connection, database.dialect());
        SourceTable table = SourceTable.of(type, relations, database.settings());
        doing += " (" + table.relation().shown() + ")";
        if (!tellsWatermark) {
            return ObjectReading.ofAll(table, database, connection, request.pageSize());
        }
        ChangeFinder changes = ChangeFinder.of(type, table, relations, database);
        String now = changes.mark(connection);
        if (request.isFull()) {
            marks.put(type.type().name(), now);
            return ObjectReading.ofAll(table, database, connection, request.pageSize());
        }
        String since = Marks.of(request.since().orElseThrow()).of(type.type().name());
        marks.put(type.type().name(), changes.next(since, now));
        changes.remark(since, now).ifPresent(remarks::add);
        return changes.since(since, connection, request.pageSize());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Database.close(connection);
        }
    }
}
