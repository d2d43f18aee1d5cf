package org.syncline.connectors.sql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table beside the one of the objects, with a row for each value of an attribute.
 *
 * @param sql as statements write it
 * @param owner the columns that hold the anchor of the object
 * @param value the attribute in its column
 * @param watermark the column that grows with every change of a row; null for none
 */
record SideTable(String sql, List<Column> owner, Cell value, Column watermark) {

    /** A query for the owners and values of some objects. */
    String select(int objects) {
        String columns = owner.stream().map(Column::sql).collect(Collectors.joining(", "));
        return "SELECT " + columns + ", " + valueSql() + " FROM " + sql + " WHERE " + Keys.among(owner, objects);
    }

    String insert(Dialect dialect) {
        String columns = owner.stream().map(Column::sql).collect(Collectors.joining(", ")) + ", " + valueSql();
        return dialect.insert(sql, columns, "?" + ", ?".repeat(owner.size()), "");
    }

    /** Adds no row, if the user may add any. */
    String insertNone() {
        String columns = owner.stream().map(Column::sql).collect(Collectors.joining(", ")) + ", " + valueSql();
        return "INSERT INTO " + sql + " (" + columns + ") SELECT " + columns + " FROM " + sql + " WHERE 1 = 0";
    }

    String deleteValue() {
        return deleteAll() + " AND " + valueSql() + " = ?";
    }

    String deleteAll() {
        return "DELETE FROM " + sql + " WHERE " + Keys.equal(owner);
    }

    private String valueSql() {
        return value.format().column().sql();
    }
}
