package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes rows of side tables in batches: what goes before what comes. */
final class SideWriting {
    private final Connection connection;
    private final Database database;

    SideWriting(Connection connection, Database database) {
        this.connection = connection;
        this.database = database;
    }

    void write(List<SideRow> rows) throws SQLException {
        Map<String, List<SideRow>> statements = new LinkedHashMap<>();
        rows.stream().filter(row -> !row.value().added())
                .forEach(row -> put(statements, row.value().side().deleteValue(), row));
        rows.stream().filter(row -> row.value().added())
                .forEach(row -> put(statements, row.value().side().insert(database.dialect()), row));
        for (Map.Entry<String, List<SideRow>> statement : statements.entrySet()) {
            send(statement.getKey(), statement.getValue());
        }
    }

    private static void put(Map<String, List<SideRow>> statements, String sql, SideRow row) {
        statements.computeIfAbsent(sql, first -> new ArrayList<>()).add(row);
    }

    private void send(String sql, List<SideRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(database.settings().timeoutSeconds());
            for (SideRow row : rows) {
                SideTable side = row.value().side();
                int position = Keys.bind(statement, 1, side.owner(), row.owner());
                side.value().format().column().bind(statement, position, row.value().parameter());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
