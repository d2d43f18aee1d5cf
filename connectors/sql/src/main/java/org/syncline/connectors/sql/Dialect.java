package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.Properties;

/** What databases do differently. */
enum Dialect {
    H2("jdbc:h2:", Connection.TRANSACTION_REPEATABLE_READ),
    POSTGRESQL("jdbc:postgresql:", Connection.TRANSACTION_REPEATABLE_READ) {
        /** Texts take the type of the column they are compared with or written to, and a dead network is noticed. */
        @Override
        void complete(Properties login, int timeoutSeconds) {
            login.putIfAbsent("stringtype", "unspecified");
            login.putIfAbsent("tcpKeepAlive", "true");
            login.putIfAbsent("socketTimeout", Integer.toString(timeoutSeconds + GRACE_SECONDS));
        }
    },
    SQL_SERVER("jdbc:sqlserver:", Connection.TRANSACTION_READ_COMMITTED) {
        @Override
        void complete(Properties login, int timeoutSeconds) {
            login.putIfAbsent("socketTimeout", Integer.toString((timeoutSeconds + GRACE_SECONDS) * 1000));
        }

        @Override
        String quoted(String identifier) {
            return "[" + identifier.replace("]", "]]") + "]";
        }

        /** A cursor of the server: else the driver keeps the rest of the rows in memory when another statement is run. */
        @Override
        int resultSetType() {
            return SERVER_CURSOR_FORWARD_ONLY;
        }

        @Override
        boolean tellsKeysOfBatches() {
            return false;
        }

        @Override
        String insert(String table, String columns, String values, String keys) {
            return keys.isEmpty()
                    ? super.insert(table, columns, values, keys)
                    : "INSERT INTO " + table + (columns.isEmpty() ? "" : " (" + columns + ")") + " OUTPUT " + keys
                            + (columns.isEmpty() ? " DEFAULT VALUES" : " VALUES (" + values + ")");
        }

        @Override
        String told(String key) {
            return "INSERTED." + key;
        }
    },
    OTHER("jdbc:", Connection.TRANSACTION_READ_COMMITTED);

    /** {@code SQLServerResultSet.TYPE_SS_SERVER_CURSOR_FORWARD_ONLY}. */
    private static final int SERVER_CURSOR_FORWARD_ONLY = 2004;
    private static final int GRACE_SECONDS = 30;

    private final String prefix;
    private final int isolation;

    Dialect(String prefix, int isolation) {
        this.prefix = prefix;
        this.isolation = isolation;
    }

    static Dialect of(String url) {
        return Arrays.stream(values()).filter(dialect -> url.startsWith(dialect.prefix)).findFirst().orElse(OTHER);
    }

    /** The isolation in which an import sees one state of the database, as far as it has one. */
    int isolation() {
        return isolation;
    }

    /** Adds what the connector needs and an administrator did not say otherwise. */
    void complete(Properties login, int timeoutSeconds) {}

    /** A name that means exactly itself, whatever it contains. */
    String quoted(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    /** The type of result sets that are read as they come. */
    int resultSetType() {
        return ResultSet.TYPE_FORWARD_ONLY;
    }

    /** Whether the keys of new rows are told for a whole batch, by their columns. */
    boolean tellsKeysOfBatches() {
        return true;
    }

    /**
     * A statement that adds a row.
     *
     * @param columns separated by commas; empty for a row of defaults
     * @param keys what the statement tells of the new row by itself; empty for nothing
     */
    String insert(String table, String columns, String values, String keys) {
        return "INSERT INTO " + table
                + (columns.isEmpty() ? " DEFAULT VALUES" : " (" + columns + ") VALUES (" + values + ")");
    }

    /** How an inserting statement names a column of the new row. */
    String told(String key) {
        return key;
    }
}
