package org.syncline.connectors.sql;

import java.util.List;
import java.util.Optional;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.NearestName;

/**
 * A table, a view or a query, with its columns.
 *
 * @param sql as statements write it after FROM
 * @param shown as the administrator wrote it
 */
record Relation(String sql, String shown, List<Column> columns) {
    Relation {
        columns = List.copyOf(columns);
    }

    /**
     * A column by its name as it is written, or by the only one that differs from it in case.
     *
     * @param user who needs it, for the message
     */
    Column column(String name, String user) {
        return find(name).orElseThrow(() -> new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                shown + " has no column '" + name + "', which " + user + " needs" + hint(name)));
    }

    /** Whether there is such a column. */
    boolean has(String name) {
        return find(name).isPresent();
    }

    private Optional<Column> find(String name) {
        Optional<Column> exact = columns.stream().filter(column -> column.name().equals(name)).findFirst();
        List<Column> alike = columns.stream().filter(column -> column.name().equalsIgnoreCase(name)).toList();
        return exact.isPresent() || alike.size() != 1 ? exact : Optional.of(alike.getFirst());
    }

    private String hint(String name) {
        List<String> names = columns.stream().map(Column::name).toList();
        return NearestName.among(names, name)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse(". There are " + String.join(", ", names) + ".");
    }
}
