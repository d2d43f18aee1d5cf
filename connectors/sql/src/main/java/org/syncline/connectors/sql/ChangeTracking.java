package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ObjectTypeSettings;

/** Changes by the change tracking of SQL Server, which keeps them for a time and says when it no longer does. */
record ChangeTracking(SourceTable table, Database database) implements ChangeFinder {
    static final String CURRENT = "SELECT CHANGE_TRACKING_CURRENT_VERSION()";
    static final String OLDEST = "SELECT CHANGE_TRACKING_MIN_VALID_VERSION(OBJECT_ID(?))";

    static ChangeTracking of(ObjectTypeSettings type, SourceTable table, Database database) {
        if (database.dialect() != Dialect.SQL_SERVER) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING, "Object type '" + type.type().name()
                    + "': only SQL Server has change tracking. Find changes by the setting '" + SettingNames.WATERMARK
                    + "' or '" + SettingNames.CHANGES + "'.");
        }
        return new ChangeTracking(table, database);
    }

    @Override
    public String mark(Connection connection) throws SQLException {
        return Long.toString(ask(connection, CURRENT, List.of()));
    }

    @Override
    public PageSource since(String mark, Connection connection, int pageSize) throws SQLException {
        long since = version(mark);
        if (since < ask(connection, OLDEST, List.of(table.relation().sql()))) {
            throw SqlErrors.expired("Object type '" + table.type().name() + "' (" + table.relation().shown()
                    + "): change tracking keeps changes for a time, and those since the last import are older.");
        }
        return new KeyedReading(table, database, connection, query(since), pageSize);
    }

    /** What changed after a version, its keys alone. */
    KeyQuery query(long since) {
        List<Column> key = table.cells().anchor();
        String columns = key.stream().map(column -> "c." + column.sql()).collect(Collectors.joining(", "));
        return new KeyQuery("SELECT " + columns + " FROM CHANGETABLE(CHANGES " + table.relation().sql() + ", " + since
                + ") AS c", List.of(), key);
    }

    private long ask(Connection connection, String sql, List<Object> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.size(); at++) {
                statement.setObject(at + 1, parameters.get(at));
            }
            try (ResultSet version = statement.executeQuery()) {
                version.next();
                long number = version.getLong(1);
                if (version.wasNull()) {
                    throw new ConnectorException(ConnectorException.Code.INVALID_SETTING, table.relation().shown()
                            + ": change tracking is not enabled, or the user lacks the right VIEW CHANGE TRACKING.");
                }
                return number;
            }
        }
    }

    private static long version(String mark) {
        try {
            return Long.parseLong(mark);
        } catch (NumberFormatException otherMark) {
            throw SqlErrors.expired("Changes were found in another way when they were last read.");
        }
    }

    @Override
    public String next(String mark, String now) {
        if (version(now) < version(mark)) {
            throw SqlErrors.expired("Object type '" + table.type().name() + "' (" + table.relation().shown()
                    + "): change tracking was at version " + mark + " when it was last read and is at " + now
                    + ": it was enabled anew, or the database was restored from a backup.");
        }
        return now;
    }
}
