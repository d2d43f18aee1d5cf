package org.syncline.connectors.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A column of a table, view or query.
 *
 * @param name as the database has it
 * @param sql as statements write it
 * @param jdbcType of {@link java.sql.Types}
 */
record Column(String name, String sql, int jdbcType, ColumnKind kind) {

    /** The value at a position of the current row, as text; null where there is none, an empty text among them. */
    String text(ResultSet rows, int position) throws SQLException {
        String text = kind.text(rows, position);
        return text == null || text.isEmpty() ? null : text;
    }

    /** Binds what the driver is given for a value of this column; null for none. */
    void bind(PreparedStatement statement, int position, Object parameter) throws SQLException {
        if (parameter == null) {
            statement.setNull(position, jdbcType);
        } else if (kind == ColumnKind.WHOLE) {
            // PostgreSQL finds procedures by the size of their numbers
            statement.setObject(position, parameter, jdbcType);
        } else {
            statement.setObject(position, parameter);
        }
    }
}
