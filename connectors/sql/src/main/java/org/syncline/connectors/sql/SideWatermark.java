package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** Changes by a column of a side table: whose rows were added or changed is read anew. */
record SideWatermark(SourceTable table, SideTable side, Growing column, Database database) implements ChangeFinder {

    @Override
    public String mark(Connection connection) throws SQLException {
        return column.mark(connection);
    }

    @Override
    public PageSource since(String mark, Connection connection, int pageSize) throws SQLException {
        String owner = side.owner().stream().map(Column::sql).collect(Collectors.joining(", "));
        String condition = column.isAfter(mark);
        KeyQuery query = new KeyQuery("SELECT DISTINCT " + owner + " FROM " + side.sql()
                + (condition.isEmpty() ? "" : " WHERE " + condition), column.parameters(mark), side.owner());
        return new KeyedReading(table, database, connection, query, pageSize);
    }

    @Override
    public String next(String mark, String now) {
        return now;
    }
}
