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
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
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
    private final Optional<GivenStatement> insert;
    private final Optional<GivenStatement> update;
    private final Optional<GivenStatement> delete;
    private final Map<Integer, Cell> columns = new LinkedHashMap<>();
    private final Map<Integer, SideTable> sides = new LinkedHashMap<>();

    private TargetTable(Optional<Relation> relation, Cells cells, Dialect dialect, ObjectTypeSettings type,
            Cells source) {
        this.sql = relation.map(Relation::sql).orElse(null);
        this.shown = relation.map(Relation::shown).orElse("The query");
        this.cells = cells;
        this.dialect = dialect;
        this.insert = given(SettingNames.INSERT, type, source);
        this.update = given(SettingNames.UPDATE, type, source);
        this.delete = given(SettingNames.DELETE, type, source);
        cells.columns().forEach(cell -> columns.put(cell.attribute(), cell));
        cells.sides().forEach(side -> sides.put(side.value().attribute(), side));
    }

    private static Optional<GivenStatement> given(String setting, ObjectTypeSettings type, Cells source) {
        return GivenStatement.of(setting, type.value(setting), source, "object type '" + type.type().name() + "'");
    }

    static TargetTable of(ObjectTypeSettings type, Relations relations, Database database) throws SQLException {
        String user = "object type '" + type.type().name() + "'";
        Optional<String> query = type.value(SettingNames.QUERY);
        Optional<String> named = type.value(SettingNames.TABLE);
        Optional<Relation> table = query.isPresent() && named.isEmpty()
                ? Optional.empty()
                : Optional.of(relations.table(named.orElse(type.type().name()), user));
        Relation source = query.isPresent() ? relations.query(query.get(), user) : table.orElseThrow();
        Cells read = Cells.of(type, source, relations, database.settings());
        Cells cells = query.isPresent() && table.isPresent()
                ? Cells.of(written(type, table.get()), table.get(), relations, database.settings())
                : read;
        return new TargetTable(table, cells, database.dialect(), type, read);
    }

    /** A query may give columns that the table does not have: they are only read. */
    private static ObjectTypeSettings written(ObjectTypeSettings type, Relation relation) {
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

    /**
     * A statement that concerns no row, and is refused to whoever lacks the right.
     *
     * @param purpose what would be done to objects, as in "be added"
     */
    record Trial(String sql, String purpose) {}

    /** What can be tried without writing; of statements that an administrator gives nothing can. */
    List<Trial> trials(IntendedExport export) {
        List<Trial> trials = new ArrayList<>();
        if (sql != null) {
            List<String> written = columns.values().stream().map(cell -> cell.format().column())
                    .filter(column -> export.attributes().contains(column.name()))
                    .map(Column::sql)
                    .toList();
            String names = String.join(", ", written);
            if (export.adds() && insert.isEmpty() && !written.isEmpty()) {
                trials.add(new Trial("INSERT INTO " + sql + " (" + names + ") SELECT " + names + " FROM " + sql
                        + " WHERE 1 = 0", "be added"));
            }
            if (update.isEmpty() && !written.isEmpty()) {
                String same = written.stream().map(name -> name + " = " + name).collect(Collectors.joining(", "));
                trials.add(new Trial("UPDATE " + sql + " SET " + same + " WHERE 1 = 0", "be changed"));
            }
            if (export.deletes() && delete.isEmpty()) {
                trials.add(new Trial("DELETE FROM " + sql + " WHERE 1 = 0", "be deleted"));
            }
        }
        cells.sides().stream()
                .filter(side -> export.attributes().contains(side.value().format().column().name()))
                .forEach(side -> {
                    trials.add(new Trial(side.insertNone(), "gain values in a side table"));
                    trials.add(new Trial("DELETE FROM " + side.sql() + " WHERE 1 = 0", "lose values in a side table"));
                });
        return trials;
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
            case ExportOperation.Delete gone -> delete(index, gone.anchor());
        };
    }

    private RowWrite delete(int index, Anchor anchor) {
        if (delete.isPresent()) {
            return given(index, RowWrite.Kind.DELETE, delete.get(), delete.get().fields(null, anchor), anchor,
                    List.of());
        }
        demandTable(SettingNames.DELETE);
        return new RowWrite(index, RowWrite.Kind.DELETE, this,
                "DELETE FROM " + sql + " WHERE " + Keys.equal(cells.anchor()), List.of(), anchor, key(anchor),
                List.of(), Optional.empty());
    }

    private RowWrite given(int index, RowWrite.Kind kind, GivenStatement statement, List<RowWrite.Field> fields,
            Anchor anchor, List<RowWrite.SideValue> values) {
        return new RowWrite(index, kind, this, statement.sql(), fields, anchor, List.of(), values,
                Optional.of(statement));
    }

    private void demandTable(String setting) {
        if (sql == null) {
            throw new Refusal(ExportResult.Code.NOT_SUPPORTED,
                    "The object type is read by a query: name the table that exports write to in its setting 'table', or"
                            + " give a statement in its setting '" + setting + "'.",
                    null);
        }
    }

    private List<RowWrite.SideValue> sideValues(Attributes attributes) {
        List<RowWrite.SideValue> values = new ArrayList<>();
        sides.forEach((attribute, side) -> attributes.get(attribute).asList()
                .forEach(value -> values.add(sideValue(side, value, true))));
        return values;
    }

    private RowWrite add(int index, ExportOperation.Add add) {
        List<RowWrite.SideValue> values = sideValues(add.attributes());
        if (insert.isPresent()) {
            List<RowWrite.Field> parameters = insert.get().fields(add.attributes(), null);
            return given(index, RowWrite.Kind.ADD, insert.get(), parameters, writtenAnchor(parameters), values);
        }
        demandTable(SettingNames.INSERT);
        List<RowWrite.Field> fields = new ArrayList<>();
        for (int attribute = 0; attribute < add.attributes().type().size(); attribute++) {
            Content content = add.attributes().get(attribute);
            if (content.isPresent() && !sides.containsKey(attribute)) {
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
                List.of(), values, Optional.empty());
    }

    /** The anchor as the columns that are written say it; null if the database makes a part of it. */
    private Anchor writtenAnchor(List<RowWrite.Field> fields) {
        List<String> parts = new ArrayList<>();
        for (Column column : cells.anchor()) {
            Optional<RowWrite.Field> part = fields.stream().filter(field -> field.column().equals(column)).findFirst();
            if (part.isEmpty() || part.get().parameter() == null) {
                return null;
            }
            parts.add(part.get().parameter().toString());
        }
        return Anchor.of(parts);
    }

    private RowWrite update(int index, ExportOperation.Update change) {
        if (update.isEmpty()) {
            demandTable(SettingNames.UPDATE);
        }
        List<RowWrite.Field> fields = new ArrayList<>();
        List<RowWrite.SideValue> values = new ArrayList<>();
        for (Delta.AttributeChange each : change.changes()) {
            if (sides.containsKey(each.attribute())) {
                SideTable side = sides.get(each.attribute());
                each.removed().forEach(value -> values.add(sideValue(side, value, false)));
                each.added().forEach(value -> values.add(sideValue(side, value, true)));
            } else if (update.isEmpty()) {
                Cell cell = changed(each.attribute(), change.before().type());
                fields.add(each.added().isEmpty()
                        ? new RowWrite.Field(cell, null)
                        : field(cell, each.added().getLast()));
            }
        }
        if (update.isPresent()) {
            Attributes after = Delta.update(change.changes()).applyTo(change.before(), change.before().type());
            return given(index, RowWrite.Kind.UPDATE, update.get(), update.get().fields(after, change.anchor()),
                    change.anchor(), values);
        }
        String set = fields.stream().map(field -> field.column().sql() + " = ?").collect(Collectors.joining(", "));
        String statement = "UPDATE " + sql + " SET " + set + " WHERE " + Keys.equal(cells.anchor());
        return new RowWrite(index, RowWrite.Kind.UPDATE, this, fields.isEmpty() ? count() : statement, fields,
                change.anchor(), key(change.anchor()), values, Optional.empty());
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

    /** What the driver is given for a value, or a refusal of the operation. */
    static Object parameter(Cell cell, Value value) {
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
