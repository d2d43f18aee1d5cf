package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ObjectTypeSettings;

/**
 * Changes by a table that triggers fill, or a view: each row names an object that was added, changed or deleted. What the object is now
 * is read from its own table.
 */
record ChangeTable(SourceTable table, Relation changes, List<Column> key, Growing order, boolean consumed,
        Database database) implements ChangeFinder {

    static ChangeTable of(ObjectTypeSettings type, SourceTable table, Relations relations, Database database)
            throws SQLException {
        String user = "object type '" + type.type().name() + "'";
        Relation changes = relations.table(type.value(SettingNames.CHANGES).orElseThrow(), user);
        List<Column> key = table.cells().anchor().stream()
                .map(column -> changes.column(column.name(), "the anchor of " + user))
                .toList();
        String order = type.value(SettingNames.CHANGES_ORDER).orElseThrow(() -> new ConnectorException(
                ConnectorException.Code.INVALID_SETTING, "The setting '" + SettingNames.CHANGES_ORDER + "' of " + user
                        + " is missing: name the column of " + changes.shown() + " that grows with every change."));
        Column column = changes.column(order, "the order of changes of " + user);
        return new ChangeTable(table, changes, key, new Growing(changes.sql(), column, type),
                type.value(SettingNames.CHANGES_CONSUMED).filter("true"::equals).isPresent(), database);
    }

    @Override
    public String mark(Connection connection) throws SQLException {
        return order.mark(connection);
    }

    @Override
    public PageSource since(String mark, Connection connection, int pageSize) throws SQLException {
        if (consumed) {
            consume(mark);
        } else {
            order.demandKept(mark, changes.shown(), connection);
        }
        String condition = order.isAfter(mark);
        String columns = key.stream().map(Column::sql).collect(Collectors.joining(", "));
        KeyQuery query = new KeyQuery("SELECT DISTINCT " + columns + " FROM " + changes.sql()
                + (condition.isEmpty() ? "" : " WHERE " + condition), order.parameters(mark), key);
        return new KeyedReading(table, database, connection, query, pageSize);
    }

    /** What lies before a mark is kept by whoever read it. */
    private void consume(String mark) throws SQLException {
        List<Object> parameters = order.parameters(mark);
        if (parameters.isEmpty()) {
            return;
        }
        Connection writing = database.connect();
        try (PreparedStatement statement =
                writing.prepareStatement("DELETE FROM " + changes.sql() + " WHERE " + order.isSettled())) {
            statement.setQueryTimeout(database.settings().timeoutSeconds());
            statement.setObject(1, parameters.getFirst());
            statement.executeUpdate();
            writing.commit();
        } finally {
            Database.close(writing);
        }
    }

    @Override
    public String next(String mark, String now) {
        if (order.isEmpty(now)) {
            return mark;
        }
        if (order.isBefore(now, mark)) {
            throw SqlErrors.expired("Object type '" + table.type().name() + "': in " + changes.shown() + " the "
                    + order.wentBack(mark, now) + ": it counts anew.");
        }
        return now;
    }
}
