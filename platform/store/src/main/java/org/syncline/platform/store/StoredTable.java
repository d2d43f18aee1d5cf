package org.syncline.platform.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table of a store, and how its rows are read and written as they are. */
record StoredTable(String name, List<Column> columns) {

    record Column(String name, ColumnKind kind) {}

    static StoredTable of(String name, Connection connection) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet nothing = statement.executeQuery("select * from " + name + " where 1 = 0")) {
            ResultSetMetaData data = nothing.getMetaData();
            for (int at = 1; at <= data.getColumnCount(); at++) {
                columns.add(new Column(data.getColumnName(at).toLowerCase(Locale.ROOT),
                        ColumnKind.of(data.getColumnType(at))));
            }
        }
        return new StoredTable(name, columns);
    }

    String select() {
        return "select " + names() + " from " + name;
    }

    /** With its columns, as an insert names it. */
    String header() {
        return name + " (" + names() + ")";
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    Object[] read(Row row) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = columns.get(at).kind().read(row);
        }
        return values;
    }

    void write(Object[] values, Parameters parameters) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            columns.get(at).kind().write(values[at], parameters);
        }
    }
}
