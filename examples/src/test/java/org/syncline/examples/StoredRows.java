package org.syncline.examples;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rows of a store by table; but for those every run writes, its history and watermarks. */
record StoredRows(Map<String, TreeSet<String>> tables) {
    private static final List<String> OF_EVERY_RUN = List.of("RUN_STEP", "WATERMARK", "NUMBER_BLOCK");

    static StoredRows of(ConfigurationFolder folder) {
        try (Connection connection = connect(folder); Statement statement = connection.createStatement()) {
            Map<String, TreeSet<String>> tables = new TreeMap<>();
            for (String table : tables(statement)) {
                tables.put(table, rows(statement, "select * from " + table));
            }
            tables.keySet().removeAll(OF_EVERY_RUN);
            return new StoredRows(tables);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    static Connection connect(ConfigurationFolder folder) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + folder.store().resolve("store").toAbsolutePath() + ";IFEXISTS=TRUE", "syncline", "");
    }

    private static TreeSet<String> tables(Statement statement) throws SQLException {
        return rows(statement, "select table_name from information_schema.tables where table_schema = 'PUBLIC'");
    }

    private static TreeSet<String> rows(Statement statement, String query) throws SQLException {
        TreeSet<String> rows = new TreeSet<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows;
    }

    private static String row(ResultSet result) throws SQLException {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            row.append(column == 1 ? "" : "|").append(result.getString(column));
        }
        return row.toString();
    }
}
