package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.schema.identity.AttributeType;

/** Tables and views as object types, out of what a database says of itself. */
final class OfferedTables {
    private static final Set<String> OF_THE_DATABASE =
            Set.of("information_schema", "pg_catalog", "pg_toast", "sys", "guest");
    private static final String[] KINDS =
            {"TABLE", "BASE TABLE", "VIEW", "PARTITIONED TABLE", "MATERIALIZED VIEW", "FOREIGN TABLE"};

    private final Connection connection;
    private final DatabaseMetaData metaData;

    OfferedTables(Connection connection) throws SQLException {
        this.connection = connection;
        this.metaData = connection.getMetaData();
    }

    private record Table(String schema, String name, String description) {}

    List<OfferedType> all() throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (ResultSet rows = metaData.getTables(connection.getCatalog(), null, "%", KINDS)) {
            while (rows.next()) {
                Table table = new Table(rows.getString("TABLE_SCHEM"), rows.getString("TABLE_NAME"),
                        rows.getString("REMARKS"));
                // a name with spaces cannot be that of an object type
                if (!OF_THE_DATABASE.contains(String.valueOf(table.schema()).toLowerCase(Locale.ROOT))
                        && !table.name().contains(" ")) {
                    tables.add(table);
                }
            }
        }
        List<OfferedType> types = new ArrayList<>();
        for (Table table : tables) {
            types.add(type(table));
        }
        types.sort(Comparator.comparing(OfferedType::name));
        return types;
    }

    private OfferedType type(Table table) throws SQLException {
        Set<String> ownKeys = keysOfTheSameTable(table);
        List<OfferedAttribute> attributes = new ArrayList<>();
        try (ResultSet columns = metaData.getColumns(connection.getCatalog(), escaped(table.schema()),
                escaped(table.name()), "%")) {
            while (columns.next()) {
                attributes.add(attribute(columns, ownKeys));
            }
        }
        boolean isCurrent = table.schema() == null || table.schema().equals(connection.getSchema());
        String name = isCurrent ? table.name() : table.schema() + "." + table.name();
        return new OfferedType(name, orNull(table.description()), anchors(table), attributes, List.of(), false);
    }

    private static OfferedAttribute attribute(ResultSet column, Set<String> ownKeys) throws SQLException {
        String name = column.getString("COLUMN_NAME");
        ColumnKind kind = ColumnKind.of(column.getInt("DATA_TYPE"), column.getString("TYPE_NAME"));
        boolean isMade = "YES".equals(column.getString("IS_AUTOINCREMENT"))
                || "YES".equals(column.getString("IS_GENERATEDCOLUMN"));
        boolean isRequired = column.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls
                && column.getString("COLUMN_DEF") == null && !isMade;
        return new OfferedAttribute(name, orNull(column.getString("REMARKS")),
                ownKeys.contains(name) ? AttributeType.REFERENCE : type(kind), null, false, isRequired,
                isMade ? OfferedAttribute.Access.READ_ONLY : OfferedAttribute.Access.READ_WRITE, false, null);
    }

    private static AttributeType type(ColumnKind kind) {
        return switch (kind) {
            case TEXT, PADDED, DECIMAL -> AttributeType.STRING;
            case WHOLE -> AttributeType.INTEGER;
            case TRUTH -> AttributeType.BOOLEAN;
            case DAY, LOCAL_TIME, EXACT_TIME -> AttributeType.DATE;
            case BYTES -> AttributeType.BINARY;
        };
    }

    private static String orNull(String description) {
        return description == null || description.isBlank() ? null : description;
    }

    /** The primary key, then what is unique by itself. */
    private List<String> anchors(Table table) throws SQLException {
        Map<Short, String> primary = new TreeMap<>();
        try (ResultSet keys = metaData.getPrimaryKeys(connection.getCatalog(), table.schema(), table.name())) {
            while (keys.next()) {
                primary.put(keys.getShort("KEY_SEQ"), keys.getString("COLUMN_NAME"));
            }
        }
        List<String> anchors = new ArrayList<>();
        if (!primary.isEmpty()) {
            anchors.add(String.join(" ", primary.values()));
        }
        Map<String, List<String>> unique = new TreeMap<>();
        try (ResultSet indexes =
                metaData.getIndexInfo(connection.getCatalog(), table.schema(), table.name(), true, true)) {
            while (indexes.next()) {
                if (indexes.getString("COLUMN_NAME") != null) {
                    unique.computeIfAbsent(indexes.getString("INDEX_NAME"), first -> new ArrayList<>())
                            .add(indexes.getString("COLUMN_NAME"));
                }
            }
        }
        unique.values().stream().filter(columns -> columns.size() == 1).map(List::getFirst)
                .filter(column -> !anchors.contains(column)).forEach(anchors::add);
        return anchors;
    }

    /** The columns that name rows of the same table, such as that of a manager. */
    private Set<String> keysOfTheSameTable(Table table) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (ResultSet keys = metaData.getImportedKeys(connection.getCatalog(), table.schema(), table.name())) {
            while (keys.next()) {
                if (table.name().equals(keys.getString("PKTABLE_NAME"))) {
                    columns.add(keys.getString("FKCOLUMN_NAME"));
                }
            }
        }
        return columns;
    }

    private String escaped(String name) throws SQLException {
        String escape = metaData.getSearchStringEscape();
        return name == null
                ? null
                : name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }
}
