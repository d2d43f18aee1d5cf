package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ObjectTypeSettings;

/** Changes by a column of the table itself. */
record WatermarkColumn(SourceTable table, Growing column, Database database) implements ChangeFinder {

    /** The own column, and those of the side tables that have one. */
    static ChangeFinder of(ObjectTypeSettings type, SourceTable table, Database database) {
        if (table.collects()) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                    "Object type '" + type.type().name()
                            + "': of rows that are collected some may have changed and others"
                            + " not. Find changes by the setting '" + SettingNames.CHANGES + "'.");
        }
        String user = "the watermark of object type '" + type.type().name() + "'";
        Column column = table.relation().column(type.value(SettingNames.WATERMARK).orElseThrow(), user);
        WatermarkColumn own = new WatermarkColumn(table, new Growing(table.relation().sql(), column, type), database);
        Map<String, ChangeFinder> finders = new TreeMap<>(Map.of("", own));
        for (SideTable side : table.cells().sides()) {
            if (side.watermark() != null) {
                finders.put(side.value().name(), new SideWatermark(
                        table, side, new Growing(side.sql(), side.watermark(), type), database));
            }
        }
        return finders.size() == 1 ? own : new SeveralFinders(finders);
    }

    @Override
    public String mark(Connection connection) throws SQLException {
        return column.mark(connection);
    }

    @Override
    public PageSource since(String mark, Connection connection, int pageSize) throws SQLException {
        return ObjectReading.ofChanges(
                table, database, connection, column.isAfter(mark), column.parameters(mark), pageSize);
    }

    @Override
    public String next(String mark, String now) {
        if (table.marksDeleted() && column.isBefore(now, mark)) {
            throw SqlErrors.expired(wentBack(mark, now) + ", as after a restore from a backup.");
        }
        return now;
    }

    private String wentBack(String mark, String now) {
        return "Object type '" + table.type().name() + "' (" + table.relation().shown() + "): the "
                + column.wentBack(mark, now);
    }

    @Override
    public Optional<String> remark(String mark, String now) {
        if (table.marksDeleted()) {
            return Optional.empty();
        }
        return column.isBefore(now, mark)
                ? Optional.of(wentBack(mark, now) + ": its newest rows were deleted, or the table was restored from"
                        + " a backup. Run a full import.")
                : Optional.of("Changes of '" + table.type().name() + "' are found by a column"
                        + " of the rows that are there: rows that were deleted are seen only by a full import. Name the column"
                        + " that marks them in the setting '" + SettingNames.DELETED
                        + "', or run full imports from time to time.");
    }
}
