package org.syncline.connectors.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Value;

/** The table that objects of one type are written to: turns each operation into the row and the side rows it changes. */
final class TargetTable {
    private final String sql;
    private final String shown;
    private final Cells cells;
    private final Dialect dialect;
    private final Map<Integer, Cell> columns = new LinkedHashMap<>();
    private final Map<Integer, SideTable> sides = new LinkedHashMap<>();

    private TargetTable(Relation relation, Cells cells, Dialect dialect) {
        this.sql = relation.sql();
        this.shown = relation.shown();
        this.cells = cells;
        this.dialect = dialect;
        cells.columns().forEach(cell -> columns.put(cell.attribute(), cell));
        cells.sides().forEach(side -> sides.put(side.value().attribute(), side));
    }

    /** Empty for a type that is read by a query and names no table. */
    static Optional<TargetTable> of(ObjectTypeSettings type, Relations relations, Database database)
            throws SQLException {
        Optional<String> named = type.value(SettingNames.TABLE);
        if (named.isEmpty() && type.value(SettingNames.QUERY).isPresent()) {
            return Optional.empty();
        }
        Relation relation =
                relations.table(named.orElse(type.type().name()), "object type '" + type.type().name() + "'");
        Cells cells = Cells.of(written(type, relation), relation, relations, database.settings());
        return Optional.of(new TargetTable(relation, cells, database.dialect()));
    }

    /** A query may give columns that the table does not have: they are only read. */
    private static ObjectTypeSettings written(ObjectTypeSettings type, Relation relation) {
        if (type.value(SettingNames.QUERY).isEmpty()) {
            return type;
        }
        List<AttributeSettings> attributes = type.attributes().stream()
                .filter(attribute -> attribute.value(SettingNames.TABLE).isPresent()
                        || relation.has(attribute.column()))
                .toList();
        return new ObjectTypeSettings(
                type.type(), type.anchor(), attributes, type.rows(), type.filter(), type.values());
    }

    List<Column> anchor() {
        return cells.anchor();
    }

    List<SideTable> sides() {
        return cells.sides();
    }

    boolean hasSensitive() {
        return cells.hasSensitive();
    }

    /** A query for the number of rows with an anchor. */
    String count() {
        return "SELECT COUNT(*) FROM " + sql + " WHERE " + Keys.equal(cells.anchor());
    }

    /**
     * What an operation writes.
     *
     * @throws Refusal if it cannot be written
     */
    RowWrite plan(int index, ExportOperation operation) {
        return switch (operation) {
            case ExportOperation.Add add -> add(index, add);
            case ExportOperation.Update update -> update(index, update);
            case ExportOperation.Delete delete -> new RowWrite(index, RowWrite.Kind.DELETE, this,
                    "DELETE FROM " + sql + " WHERE " + Keys.equal(cells.anchor()), List.of(), delete.anchor(),
                    key(delete.anchor()), List.of());
        };
    }

    private RowWrite add(int index, ExportOperation.Add add) {
        List<RowWrite.Field> fields = new ArrayList<>();
        List<RowWrite.SideValue> values = new ArrayList<>();
        for (int attribute = 0; attribute < add.attributes().type().size(); attribute++) {
            Content content = add.attributes().get(attribute);
            if (sides.containsKey(attribute)) {
                SideTable side = sides.get(attribute);
                content.asList().forEach(value -> values.add(sideValue(side, value, true)));
            } else if (content.isPresent()) {
                fields.add(field(cell(attribute, add.attributes().type()), content.asList().getFirst()));
            }
        }
        boolean tellsKeys = dialect.tellsKeysOfBatches();
        Anchor known = tellsKeys ? null : writtenAnchor(fields);
        String keys = tellsKeys || known != null
                ? ""
                : cells.anchor().stream().map(column -> dialect.told(column.sql())).collect(Collectors.joining(", "));
        String names = fields.stream().map(field -> field.column().sql()).collect(Collectors.joining(", "));
        String places = fields.stream().map(field -> "?").collect(Collectors.joining(", "));
        return new RowWrite(index, RowWrite.Kind.ADD, this, dialect.insert(sql, names, places, keys), fields, known,
                List.of(), values);
    }

    /** The anchor as the columns that are written say it; null if the database makes a part of it. */
    private Anchor writtenAnchor(List<RowWrite.Field> fields) {
        List<String> parts = new ArrayList<>();
        for (Column column : cells.anchor()) {
            Optional<RowWrite.Field> part = fields.stream().filter(field -> field.column().equals(column)).findFirst();
            if (part.isEmpty()) {
                return null;
            }
            parts.add(part.get().parameter().toString());
        }
        return Anchor.of(parts);
    }

    private RowWrite update(int index, ExportOperation.Update update) {
        List<RowWrite.Field> fields = new ArrayList<>();
        List<RowWrite.SideValue> values = new ArrayList<>();
        for (Delta.AttributeChange change : update.changes()) {
            if (sides.containsKey(change.attribute())) {
                SideTable side = sides.get(change.attribute());
                change.removed().forEach(value -> values.add(sideValue(side, value, false)));
                change.added().forEach(value -> values.add(sideValue(side, value, true)));
            } else {
                Cell cell = changed(change.attribute(), update.before().type());
                fields.add(change.added().isEmpty()
                        ? new RowWrite.Field(cell, null)
                        : field(cell, change.added().getLast()));
            }
        }
        String set = fields.stream().map(field -> field.column().sql() + " = ?").collect(Collectors.joining(", "));
        String statement = "UPDATE " + sql + " SET " + set + " WHERE " + Keys.equal(cells.anchor());
        return new RowWrite(index, RowWrite.Kind.UPDATE, this, fields.isEmpty() ? count() : statement, fields,
                update.anchor(), key(update.anchor()), values);
    }

    private Cell cell(int attribute, ObjectType type) {
        Cell cell = columns.get(attribute);
        if (cell == null) {
            String name = type.attribute(attribute).name();
            throw new Refusal(ExportResult.Code.NOT_SUPPORTED,
                    shown + " has no column for the attribute '" + name + "', which is only read.", name);
        }
        return cell;
    }

    private Cell changed(int attribute, ObjectType type) {
        Cell cell = cell(attribute, type);
        if (cells.anchor().contains(cell.format().column())) {
            throw new Refusal(ExportResult.Code.NOT_SUPPORTED,
                    "The column '" + cell.format().column().name() + "' is a part of the anchor and cannot change.",
                    cell.name());
        }
        return cell;
    }

    private static RowWrite.Field field(Cell cell, Value value) {
        return new RowWrite.Field(cell, parameter(cell, value));
    }

    private static RowWrite.SideValue sideValue(SideTable side, Value value, boolean added) {
        return new RowWrite.SideValue(side, value, parameter(side.value(), value), added);
    }

    private static Object parameter(Cell cell, Value value) {
        try {
            return cell.format().parameter(value);
        } catch (Misfit misfit) {
            throw new Refusal(ExportResult.Code.CONSTRAINT_VIOLATION, cell.complaint(value.text(), misfit),
                    cell.name());
        }
    }

    private List<Object> key(Anchor anchor) {
        try {
            return Keys.parameters(cells.anchor(), anchor);
        } catch (Misfit misfit) {
            throw new Refusal(ExportResult.Code.NO_SUCH_OBJECT, "No row can have the anchor '" + anchor + "'.", null);
        }
    }
}
