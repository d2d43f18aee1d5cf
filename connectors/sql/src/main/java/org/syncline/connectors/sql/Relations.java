package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.NearestName;

/** Finds tables and views by the names an administrator writes, and says what columns they and queries have. */
final class Relations {
    private final Connection connection;
    private final Dialect dialect;

    Relations(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * A table or view.
     *
     * @param written {@code table} or {@code schema.table}, whatever its case if only one is called so
     * @param user who needs it, for the message
     * @throws ConnectorException if there is none, or it cannot be read
     */
    Relation table(String written, String user) throws SQLException {
        int dot = written.lastIndexOf('.');
        String schema = dot < 0 ? null : written.substring(0, dot);
        Found found = find(schema, written.substring(dot + 1)).orElseThrow(() -> unknown(written, schema, user));
        String sql = found.schema() == null
                ? dialect.quoted(found.name())
                : dialect.quoted(found.schema()) + "." + dialect.quoted(found.name());
        String shown = "table " + written;
        try {
            return new Relation(sql, shown, columns(sql));
        } catch (SQLException refused) {
            throw demandConnection(refused, SqlErrors.unreadable(shown, user, refused));
        }
    }

    /** What a query gives, in the place of a table. */
    Relation query(String query, String user) throws SQLException {
        String sql = "(" + query + ") q";
        try {
            return new Relation(sql, "the query of " + user, columns(sql));
        } catch (SQLException refused) {
            throw demandConnection(refused, new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                    "The database refuses the query of " + user + ": " + SqlErrors.words(refused)
                            + ". It stands as a table in other queries: without 'order by' and without ';' at its end.",
                    refused));
        }
    }

    /** Nobody's settings are wrong where the connection broke. */
    private static ConnectorException demandConnection(SQLException refused, ConnectorException otherwise)
            throws SQLException {
        if (SqlErrors.kind(refused) == SqlErrors.Kind.CONNECTION) {
            throw refused;
        }
        return otherwise;
    }

    private record Found(String schema, String name) {}

    private Optional<Found> find(String schema, String name) throws SQLException {
        Set<String> schemas = new LinkedHashSet<>();
        if (schema == null) {
            schemas.add(connection.getSchema());
            schemas.add(null);
        } else {
            schemas.addAll(spellings(schema));
        }
        for (String each : schemas) {
            for (String spelling : spellings(name)) {
                List<Found> found = tables(each, spelling);
                if (found.size() == 1) {
                    return Optional.of(found.getFirst());
                }
            }
        }
        return Optional.empty();
    }

    private static Set<String> spellings(String name) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(name);
        spellings.add(name.toLowerCase(Locale.ROOT));
        spellings.add(name.toUpperCase(Locale.ROOT));
        return spellings;
    }

    private List<Found> tables(String schema, String name) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String escape = database.getSearchStringEscape();
        List<Found> found = new ArrayList<>();
        try (ResultSet tables = database.getTables(
                connection.getCatalog(), schema == null ? null : escaped(schema, escape), escaped(name, escape),
                null)) {
            while (tables.next()) {
                found.add(new Found(tables.getString("TABLE_SCHEM"), tables.getString("TABLE_NAME")));
            }
        }
        return found;
    }

    private static String escaped(String name, String escape) {
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    private ConnectorException unknown(String written, String schema, String user) {
        return new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                "The database has no table or view '" + written + "' that the user sees, which " + user + " needs"
                        + NearestName.among(known(schema), written.substring(written.lastIndexOf('.') + 1))
                                .map(nearest -> "; did you mean '" + nearest + "'?")
                                .orElse("."));
    }

    private List<String> known(String schema) {
        List<String> known = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(),
                schema == null ? connection.getSchema() : schema, "%", new String[]{"TABLE", "BASE TABLE", "VIEW"})) {
            while (tables.next()) {
                known.add(tables.getString("TABLE_NAME"));
            }
        } catch (SQLException failure) {
            // without a list nothing is suggested
        }
        return known;
    }

    private List<Column> columns(String sql) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + sql + " WHERE 1 = 0");
                ResultSet none = statement.executeQuery()) {
            ResultSetMetaData described = none.getMetaData();
            for (int at = 1; at <= described.getColumnCount(); at++) {
                String name = described.getColumnLabel(at);
                int type = described.getColumnType(at);
                columns.add(new Column(name, dialect.quoted(name), type,
                        ColumnKind.of(type, described.getColumnTypeName(at))));
            }
        }
        return columns;
    }
}
