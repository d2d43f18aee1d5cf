package org.syncline.connectors.file;

import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ObjectType;

/** The objects of one type as they stand in the rows of a file. */
final class ObjectRows {
    private final ObjectTypeSettings settings;
    private final List<Cell> cells = new ArrayList<>();
    private final int[] anchor;

    ObjectRows(ObjectTypeSettings type, Columns columns, DelimitedTextSettings settings) {
        this.settings = type;
        String user = "object type '" + type.type().name() + "'";
        this.anchor =
                type.anchorColumns().stream().mapToInt(name -> columns.index(name, "the anchor of " + user)).toArray();
        for (AttributeSettings attribute : type.attributes()) {
            cells.add(cell(attribute,
                    columns.index(attribute.column(), "attribute '" + attribute.name() + "' of " + user), settings));
        }
    }

    private Cell cell(AttributeSettings attribute, int column, DelimitedTextSettings file) {
        int index = settings.type().index(attribute.name());
        AttributeDefinition definition = settings.type().attribute(index);
        CellFormat format = CellFormat.of(definition.type(), attribute);
        return new Cell(index, definition, column, attribute.column(), format, file.multiValueSeparator(), file.trim());
    }

    static List<ObjectRows> of(DelimitedTextSettings settings, Columns columns) {
        return settings.objectTypes().stream().map(type -> new ObjectRows(type, columns, settings)).toList();
    }

    ObjectType type() {
        return settings.type();
    }

    boolean collects() {
        return settings.rows() == ObjectTypeSettings.Rows.COLLECT;
    }

    List<Cell> cells() {
        return cells;
    }

    /** The cells that make up the anchor, by the names of their columns. */
    String anchorNames() {
        return String.join(", ", settings.anchorColumns());
    }

    boolean isAnchor(int column) {
        for (int part : anchor) {
            if (part == column) {
                return true;
            }
        }
        return false;
    }

    /** Whether the anchor may not be shown. */
    boolean anchorIsSensitive() {
        return cells.stream().anyMatch(cell -> cell.definition().sensitive() && isAnchor(cell.column()));
    }

    boolean reads(Row row) {
        return settings.filter().reads(row);
    }

    /** The anchor of the object in a row, or null if a part of it is missing. */
    Anchor anchor(Row row) {
        if (anchor.length == 1) {
            String only = row.cell(anchor[0]);
            return only == null ? null : new Anchor(only);
        }
        List<String> parts = new ArrayList<>(anchor.length);
        for (int part : anchor) {
            String text = row.cell(part);
            if (text == null) {
                return null;
            }
            parts.add(text);
        }
        return Anchor.of(parts);
    }
}
