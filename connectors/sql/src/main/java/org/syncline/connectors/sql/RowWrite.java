package org.syncline.connectors.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Value;

/**
 * What one operation writes: a row, and rows of side tables.
 *
 * @param index of the operation in its page
 * @param statement for the row; of an update that changes side tables alone, one that counts the rows
 * @param fields of the row, in the order of the statement
 * @param anchor of the object; null where only the database knows it
 * @param key the anchor as parameters; empty for a new object
 * @param given the administrator's own statement, whose parameters are the fields
 */
record RowWrite(int index, Kind kind, TargetTable table, String statement, List<Field> fields, Anchor anchor,
        List<Object> key, List<SideValue> sideValues, Optional<GivenStatement> given) {

    /** What happens to the row. */
    enum Kind {
        ADD,
        UPDATE,
        DELETE
    }

    /**
     * What a statement is given.
     *
     * @param cell null for a part of the anchor
     * @param parameter null for no value
     */
    record Field(Cell cell, Column column, Object parameter) {
        Field(Cell cell, Object parameter) {
            this(cell, cell.format().column(), parameter);
        }
    }

    /** A row of a side table that comes or goes. */
    record SideValue(SideTable side, Value value, Object parameter, boolean added) {}

    /** Whether both can be sent in one batch. */
    boolean goesWith(RowWrite other) {
        return given.isEmpty() && other.given.isEmpty() && statement.equals(other.statement);
    }

    boolean changesTheRow() {
        return kind != Kind.UPDATE || !fields.isEmpty() || given.isPresent();
    }

    /** What becomes of the operation when the database refuses it. */
    ExportResult.Rejected rejected(SQLException refused) {
        ExportResult.Rejected rejected = SqlErrors.rejected(refused, table.hasSensitive(), cells());
        boolean exists = kind == Kind.ADD && SqlErrors.kind(refused) == SqlErrors.Kind.UNIQUE;
        return exists
                ? new ExportResult.Rejected(ExportResult.Code.ALREADY_EXISTS, rejected.message(),
                        rejected.attribute(), null)
                : rejected;
    }

    private List<Cell> cells() {
        List<Cell> sides = sideValues.stream().map(value -> value.side().value()).distinct().toList();
        return Stream.concat(fields.stream().map(Field::cell).filter(Objects::nonNull), sides.stream()).toList();
    }
}
