package org.syncline.connectors.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.ObjectType;

/** The objects of one type as they are read: which columns, and where in the row of a result each stands. */
final class SourceTable {
    private final ObjectTypeSettings settings;
    private final Relation relation;
    private final Cells cells;
    private final List<Column> selected;
    private final int[] positions;
    private final Column deleted;

    private SourceTable(ObjectTypeSettings settings, Relation relation, Cells cells) {
        this.settings = settings;
        this.relation = relation;
        this.cells = cells;
        this.deleted = settings.value(SettingNames.DELETED)
                .map(name -> relation.column(name, "the mark of deleted rows of '" + settings.type().name() + "'"))
                .orElse(null);
        this.selected = selected();
        this.positions = cells.columns().stream()
                .mapToInt(cell -> selected.lastIndexOf(cell.format().column()) + 1)
                .toArray();
    }

    static SourceTable of(ObjectTypeSettings type, Relations relations, SqlSettings settings) throws SQLException {
        String user = "object type '" + type.type().name() + "'";
        Relation relation = type.value(SettingNames.QUERY).isPresent()
                ? relations.query(type.value(SettingNames.QUERY).get(), user)
                : relations.table(type.value(SettingNames.TABLE).orElse(type.type().name()), user);
        return new SourceTable(type, relation, Cells.of(type, relation, relations, settings));
    }

    /** The anchor first, then what the attributes need; all columns where a condition decides what is read. */
    private List<Column> selected() {
        List<Column> columns = new ArrayList<>(cells.anchor());
        if (settings.filter() != ObjectTypeSettings.EVERY_ROW) {
            columns.addAll(relation.columns());
        } else {
            cells.columns().stream().map(cell -> cell.format().column()).distinct().forEach(columns::add);
        }
        if (deleted != null) {
            columns.add(deleted);
        }
        return columns;
    }

    Relation relation() {
        return relation;
    }

    /** Whether deleted rows stay and are marked. */
    boolean marksDeleted() {
        return deleted != null;
    }

    /**
     * Whether the current row is marked as deleted.
     *
     * @throws Misfit if its mark makes no sense
     */
    boolean isDeleted(ResultSet rows) throws SQLException {
        String mark = deleted == null ? null : deleted.text(rows, selected.size());
        if (mark == null) {
            return false;
        }
        return switch (deleted.kind()) {
            case DAY, LOCAL_TIME, EXACT_TIME, BYTES -> true;
            case WHOLE, DECIMAL -> new BigDecimal(mark).signum() != 0;
            case TRUTH, TEXT, PADDED -> Truth.of(mark);
        };
    }

    ObjectType type() {
        return settings.type();
    }

    Cells cells() {
        return cells;
    }

    boolean collects() {
        return settings.rows() == ObjectTypeSettings.Rows.COLLECT;
    }

    /** @param condition after WHERE; empty for all rows */
    String select(String condition) {
        String columns = selected.stream().map(Column::sql).collect(Collectors.joining(", "));
        String anchor = cells.anchor().stream().map(Column::sql).collect(Collectors.joining(", "));
        return "SELECT " + columns + " FROM " + relation.sql()
                + (condition.isEmpty() ? "" : " WHERE " + condition)
                + (collects() ? " ORDER BY " + anchor : "");
    }

    /** The condition for one object. */
    String isOne() {
        return Keys.equal(cells.anchor());
    }

    Anchor anchor(ResultSet rows) throws SQLException {
        return Keys.read(rows, 1, cells.anchor());
    }

    /** Where the column of an attribute stands. */
    int position(int cell) {
        return positions[cell];
    }

    /** Whether the current row is read at all. */
    boolean reads(ResultSet rows) {
        return settings.filter() == ObjectTypeSettings.EVERY_ROW
                || settings.filter().reads(name -> text(rows, name));
    }

    private String text(ResultSet rows, String name) {
        try {
            for (int at = cells.anchor().size(); at < selected.size(); at++) {
                if (selected.get(at).name().equalsIgnoreCase(name)) {
                    return selected.get(at).text(rows, at + 1);
                }
            }
            return null;
        } catch (SQLException broken) {
            throw new IllegalStateException("column '" + name + "' cannot be read", broken);
        }
    }

    /** Where an object stands, for messages. */
    String place(Anchor anchor) {
        return relation.shown() + (anchor == null ? "" : ", row " + anchor);
    }
}
