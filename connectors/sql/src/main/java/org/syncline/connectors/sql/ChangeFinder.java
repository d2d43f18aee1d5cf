package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ObjectTypeSettings;

/** How the changes of one object type are found. */
sealed interface ChangeFinder permits WatermarkColumn, SideWatermark, SeveralFinders, ChangeTable, ChangeTracking {

    /** How far changes have come by now; opaque to everybody else. */
    String mark(Connection connection) throws SQLException;

    /**
     * Whole objects, and anchors of those that are gone, as far as they changed.
     *
     * @throws ConnectorException code {@code FULL_IMPORT_REQUIRED} if nobody knows any longer what changed since then
     */
    PageSource since(String mark, Connection connection, int pageSize) throws SQLException;

    /**
     * Where the next import begins.
     *
     * @param mark where this one begins
     * @param now how far changes have come
     * @throws ConnectorException code {@code FULL_IMPORT_REQUIRED} if they have gone back
     */
    String next(String mark, String now);

    /**
     * What an administrator is to know of the changes that were read; empty if there is nothing to say.
     *
     * @param mark where this import begins
     * @param now how far changes have come
     */
    default Optional<String> remark(String mark, String now) {
        return Optional.empty();
    }

    /** Whether the settings of a type say how its changes are found. */
    static boolean isFor(ObjectTypeSettings type) {
        return !chosen(type).isEmpty();
    }

    private static List<String> chosen(ObjectTypeSettings type) {
        return List.of(SettingNames.WATERMARK, SettingNames.CHANGES, SettingNames.CHANGE_TRACKING).stream()
                .filter(name -> type.value(name).filter(value -> !value.equals("false")).isPresent())
                .toList();
    }

    static ChangeFinder of(ObjectTypeSettings type, SourceTable table, Relations relations, Database database)
            throws SQLException {
        List<String> chosen = chosen(type);
        if (chosen.size() > 1) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                    "Object type '" + type.type().name() + "' has the settings " + String.join(" and ", chosen)
                            + ": choose one way to find changes.");
        }
        return switch (chosen.getFirst()) {
            case SettingNames.WATERMARK -> WatermarkColumn.of(type, table, database);
            case SettingNames.CHANGES -> ChangeTable.of(type, table, relations, database);
            default -> ChangeTracking.of(type, table, database);
        };
    }
}
