package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.syncline.connectors.spi.AnchorsSeen;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Value;

/** Reads the objects of one type as they come, a page at a time; what stands in side tables is read for the whole page. */
final class ObjectReading implements PageSource {
    private final SourceTable table;
    private final int pageSize;
    private final boolean ofChanges;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final List<SideReading> sides = new ArrayList<>();
    private final AnchorsSeen seen = new AnchorsSeen();
    private final List<DiscoveryError> errors = new ArrayList<>();
    private final List<ImportedChange> gone = new ArrayList<>();
    private RowObject unfinished;
    private long count;
    private boolean ended;

    private ObjectReading(SourceTable table, Database database, Connection connection, String condition,
            List<Object> parameters, int pageSize, boolean ofChanges) throws SQLException {
        this.table = table;
        this.pageSize = pageSize;
        this.ofChanges = ofChanges;
        this.statement = connection.prepareStatement(
                table.select(condition), database.dialect().resultSetType(), ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(pageSize);
        statement.setQueryTimeout(database.settings().timeoutSeconds());
        for (int at = 0; at < parameters.size(); at++) {
            statement.setObject(at + 1, parameters.get(at));
        }
        this.rows = statement.executeQuery();
        for (SideTable side : table.cells().sides()) {
            sides.add(new SideReading(side, connection, database.settings().timeoutSeconds()));
        }
    }

    /** Reads all objects. */
    static ObjectReading ofAll(SourceTable table, Database database, Connection connection, int pageSize)
            throws SQLException {
        return new ObjectReading(table, database, connection, "", List.of(), pageSize, false);
    }

    /** Reads the objects that meet a condition. */
    static ObjectReading ofObjects(SourceTable table, Database database, Connection connection, String condition,
            List<Object> parameters, int pageSize) throws SQLException {
        return new ObjectReading(table, database, connection, condition, parameters, pageSize, false);
    }

    /**
     * Reads rows that changed: one that is marked as deleted, or is no longer read, is an object that is gone.
     *
     * @param condition empty for all rows
     */
    static ObjectReading ofChanges(SourceTable table, Database database, Connection connection, String condition,
            List<Object> parameters, int pageSize) throws SQLException {
        return new ObjectReading(table, database, connection, condition, parameters, pageSize, true);
    }

    @Override
    public Optional<ImportPage> next() throws SQLException {
        Map<Anchor, RowObject> objects = new LinkedHashMap<>();
        while (!ended && objects.size() + gone.size() < pageSize && errors.size() < pageSize) {
            readRow(objects);
        }
        readSides(objects);
        List<ImportedChange> changes = new ArrayList<>(gone);
        gone.clear();
        objects.values().forEach(object -> finish(object, changes));
        if (changes.isEmpty() && errors.isEmpty()) {
            return Optional.empty();
        }
        ImportPage page = new ImportPage(changes, errors, Optional.empty());
        errors.clear();
        return Optional.of(page);
    }

    /** An object is complete when the next one begins, or the rows end. */
    private void readRow(Map<Anchor, RowObject> objects) throws SQLException {
        if (!rows.next()) {
            ended = true;
            complete(objects);
            return;
        }
        count++;
        Anchor anchor = table.anchor(rows);
        if (!isThere(anchor)) {
            if (ofChanges && anchor != null) {
                gone.add(new ImportedChange.Deleted(table.type().name(), anchor));
            }
        } else if (anchor == null) {
            errors.add(error(DiscoveryError.Code.MISSING_ANCHOR, null, "The row has no anchor."));
        } else if (table.collects() && unfinished != null && unfinished.anchor().equals(anchor)) {
            unfinished.read(rows);
        } else {
            begin(anchor, objects);
        }
    }

    /** Whether the current row is one that is read, and not marked as deleted. */
    private boolean isThere(Anchor anchor) throws SQLException {
        try {
            return !table.isDeleted(rows) && table.reads(rows);
        } catch (Misfit misfit) {
            errors.add(error(DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE, anchor,
                    "The mark of a deleted row is not " + misfit.getMessage() + "."));
            return false;
        }
    }

    private void begin(Anchor anchor, Map<Anchor, RowObject> objects) throws SQLException {
        complete(objects);
        if (seen.seen(anchor, count) != 0) {
            errors.add(error(DiscoveryError.Code.DUPLICATE_ANCHOR, anchor,
                    "Another row has the same anchor; the first one is read. Choose an anchor that is unique."));
            return;
        }
        RowObject object = new RowObject(table, anchor);
        object.read(rows);
        if (table.collects()) {
            unfinished = object;
        } else {
            objects.put(anchor, object);
        }
    }

    private void complete(Map<Anchor, RowObject> objects) {
        if (unfinished != null) {
            objects.put(unfinished.anchor(), unfinished);
            unfinished = null;
        }
    }

    private void readSides(Map<Anchor, RowObject> objects) throws SQLException {
        for (int at = 0; at < sides.size() && !objects.isEmpty(); at++) {
            Cell cell = table.cells().sides().get(at).value();
            Map<Anchor, List<Value>> values = new LinkedHashMap<>();
            sides.get(at).read(objects.keySet(), (owner, value, misfit) -> {
                if (misfit == null) {
                    values.computeIfAbsent(owner, first -> new ArrayList<>()).add(value);
                } else {
                    objects.get(owner).complain(cell, misfit);
                }
            });
            values.forEach((owner, all) -> objects.get(owner).add(cell, all));
        }
    }

    private void finish(RowObject object, List<ImportedChange> changes) {
        if (object.complaints().isEmpty()) {
            changes.add(new ImportedChange.Whole(object.anchor(), object.attributes()));
        } else {
            errors.add(error(DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE, object.anchor(),
                    String.join("; ", object.complaints()) + ". The object stays as it was."));
        }
    }

    private DiscoveryError error(DiscoveryError.Code code, Anchor anchor, String message) {
        return new DiscoveryError(code, table.type().name(), anchor, table.place(anchor), message);
    }

    @Override
    public void close() throws SQLException {
        for (SideReading side : sides) {
            side.close();
        }
        statement.close();
    }
}
