package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;

/** Reads the objects with some anchors as they are now; those that are not there are gone. */
final class KeyedReading implements PageSource {
    /** Databases take at least 2,100 parameters. */
    private static final int AT_ONCE = 1_000;

    private final SourceTable table;
    private final Database database;
    private final Connection connection;
    private final int atOnce;
    private final List<Anchor> anchors;
    private int next;

    KeyedReading(SourceTable table, Database database, Connection connection, KeyQuery query, int pageSize)
            throws SQLException {
        this.table = table;
        this.database = database;
        this.connection = connection;
        this.atOnce = Math.min(pageSize, AT_ONCE / query.columns().size());
        this.anchors = List.copyOf(anchors(query));
    }

    private Set<Anchor> anchors(KeyQuery query) throws SQLException {
        Set<Anchor> changed = new LinkedHashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
            statement.setQueryTimeout(database.settings().timeoutSeconds());
            for (int at = 0; at < query.parameters().size(); at++) {
                statement.setObject(at + 1, query.parameters().get(at));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Anchor anchor = Keys.read(rows, 1, query.columns());
                    if (anchor != null) {
                        changed.add(anchor);
                    }
                }
            }
        }
        return changed;
    }

    @Override
    public Optional<ImportPage> next() throws SQLException {
        if (next == anchors.size()) {
            return Optional.empty();
        }
        List<Anchor> page = anchors.subList(next, Math.min(anchors.size(), next + atOnce));
        next += page.size();
        return Optional.of(read(page));
    }

    private ImportPage read(List<Anchor> page) throws SQLException {
        List<Column> key = table.cells().anchor();
        List<Object> parameters = new ArrayList<>();
        page.forEach(anchor -> parameters.addAll(Keys.parameters(key, anchor)));
        try (ObjectReading reading = ObjectReading.ofObjects(table, database, connection,
                Keys.among(key, page.size()), parameters, page.size())) {
            ImportPage there = reading.next().orElse(new ImportPage(List.of(), List.of(), Optional.empty()));
            Set<Anchor> gone = new LinkedHashSet<>(page);
            there.changes().forEach(change -> gone.remove(change.anchor()));
            there.errors().forEach(error -> gone.remove(error.anchor()));
            List<ImportedChange> changes = new ArrayList<>(there.changes());
            gone.forEach(anchor -> changes.add(new ImportedChange.Deleted(table.type().name(), anchor)));
            return new ImportPage(changes, there.errors(), Optional.empty());
        }
    }

    @Override
    public void close() {}
}
