package org.syncline.platform.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.StoreTally;

/** All tables of a store as they are, whatever their rows mean. */
final class StoredTables {
    private static final int FETCHED = 100;
    private static final int PAGE = 1000;
    private static final int PAGE_BYTES = 1 << 23;

    private final Connection connection;
    private final Dialect dialect;
    private final String where;
    private final Session session;

    StoredTables(Connection connection, Dialect dialect, String where) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.where = where;
        this.session = new Session(connection, dialect, new StoreTally());
    }

    String where() {
        return where;
    }

    Session session() {
        return session;
    }

    List<StoredTable> all() {
        List<StoredTable> tables = new ArrayList<>();
        try {
            for (String name : Changelog.tables()) {
                tables.add(StoredTable.of(name, connection));
            }
        } catch (SQLException exception) {
            throw Refusal.of("look at the tables", exception);
        }
        return tables;
    }

    /** @throws StoreException if a table has a row */
    void demandEmpty() {
        List<String> used = Changelog.tables().stream().filter(this::hasRows).toList();
        if (!used.isEmpty()) {
            throw new StoreException(
                    "The store " + where + " is not empty: there are rows in " + String.join(", ", used)
                            + ". Name a database or a schema that is empty");
        }
    }

    private boolean hasRows(String table) {
        return session.first("move.look", "select 1 where exists (select 1 from " + table + ")", Filling.NOTHING,
                row -> true).isPresent();
    }

    /** Gives all rows of a table, some at a time. */
    TableSum read(StoredTable table, Consumer<List<Object[]>> pages) {
        TableSum sum = new TableSum(table);
        try (PreparedStatement statement = connection.prepareStatement(table.select())) {
            statement.setFetchSize(FETCHED);
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result, dialect);
                Page page = new Page();
                while (row.next()) {
                    if (page.isFull()) {
                        pages.accept(page.rows);
                        page = new Page();
                    }
                    Object[] values = table.read(row);
                    sum.add(values);
                    page.add(values);
                }
                pages.accept(page.rows);
            }
        } catch (SQLException exception) {
            throw Refusal.of("read " + table.name(), exception);
        }
        return sum;
    }

    /** Rows that are in memory at the same time. */
    private static final class Page {
        private final List<Object[]> rows = new ArrayList<>();
        private long bytes;

        boolean isFull() {
            return rows.size() == PAGE || bytes > PAGE_BYTES;
        }

        void add(Object[] values) {
            rows.add(values);
            for (Object value : values) {
                bytes += value instanceof byte[] array ? array.length : 0;
            }
        }
    }

    void write(StoredTable table, List<Object[]> rows) {
        session.insert("move." + table.name(), table.header(), table.columns().size(), rows,
                (parameters, row) -> table.write(row, parameters));
    }
}
