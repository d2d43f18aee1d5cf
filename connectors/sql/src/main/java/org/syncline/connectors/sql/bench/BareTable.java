package org.syncline.connectors.sql.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of texts that is made, filled and read with the driver, and nothing else.
 *
 * @param password null for none
 * @param columns the first of them is the key
 */
public record BareTable(String url, String user, String password, String name, List<String> columns) {
    private static final int ROWS_AT_ONCE = 500;

    /** Something that is done with a connection. */
    @FunctionalInterface
    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    private void connected(Work work) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.setAutoCommit(false);
            work.with(connection);
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException("The database " + url + " refused: " + failure.getMessage(), failure);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Makes the table anew, with these rows. */
    public void fill(Iterator<List<String>> rows) {
        connected(connection -> {
            run(connection, "drop table if exists " + name);
            run(connection, columns.stream().skip(1).map(column -> ", " + column + " varchar(200)").collect(
                    Collectors.joining("", "create table " + name + " (" + columns.getFirst()
                            + " varchar(20) primary key", ")")));
            insert(connection, rows);
        });
    }

    private void insert(Connection connection, Iterator<List<String>> rows) throws SQLException {
        String sql = "insert into " + name + " values (?" + ", ?".repeat(columns.size() - 1) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            while (rows.hasNext()) {
                int position = 1;
                for (String value : rows.next()) {
                    statement.setString(position++, value);
                }
                statement.addBatch();
                if (++waiting == ROWS_AT_ONCE || !rows.hasNext()) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
        }
    }

    /**
     * Reads every column of all rows.
     *
     * @param rowsAtOnce how many the driver fetches
     * @return how many characters there are
     */
    public long read(int rowsAtOnce) {
        long[] characters = {0};
        connected(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select " + String.join(", ", columns) + " from " + name)) {
                statement.setFetchSize(rowsAtOnce);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        for (int column = 1; column <= columns.size(); column++) {
                            characters[0] += rows.getString(column).length();
                        }
                    }
                }
            }
        });
        return characters[0];
    }

    /** Leaves nothing behind. */
    public void drop() {
        connected(connection -> run(connection, "drop table if exists " + name));
    }
}
