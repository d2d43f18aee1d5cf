package org.syncline.connectors.file;

import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ObjectType;

/** The objects of one type as they stand in the records of a file. */
final class ObjectRecords {
    private final ObjectTypeSettings settings;
    private final List<Field> fields = new ArrayList<>();
    private final int[] anchor;

    ObjectRecords(ObjectTypeSettings type, Columns columns) {
        this.settings = type;
        String user = "object type '" + type.type().name() + "'";
        this.anchor =
                type.anchorColumns().stream().mapToInt(name -> columns.index(name, "the anchor of " + user)).toArray();
        for (AttributeSettings attribute : type.attributes()) {
            fields.add(field(attribute,
                    columns.index(attribute.column(), "attribute '" + attribute.name() + "' of " + user)));
        }
    }

    private Field field(AttributeSettings attribute, int column) {
        int index = settings.type().index(attribute.name());
        AttributeDefinition definition = settings.type().attribute(index);
        FieldFormat format = FieldFormat.of(definition.type(), attribute);
        return new Field(index, definition, column, attribute.column(), format);
    }

    static List<ObjectRecords> of(FileSettings settings, Columns columns) {
        return settings.objectTypes().stream().map(type -> new ObjectRecords(type, columns)).toList();
    }

    ObjectType type() {
        return settings.type();
    }

    boolean collects() {
        return settings.rows() == ObjectTypeSettings.Rows.COLLECT;
    }

    List<Field> fields() {
        return fields;
    }

    /** The fields that make up the anchor, by the names of their columns. */
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
        return fields.stream().anyMatch(field -> field.definition().sensitive() && isAnchor(field.column()));
    }

    boolean reads(FileRecord record) {
        return settings.filter().reads(record);
    }

    /** The anchor of the object in a record, or null if a part of it is missing. */
    Anchor anchor(FileRecord record) {
        if (anchor.length == 1) {
            String only = record.text(anchor[0]);
            return only == null ? null : new Anchor(only);
        }
        List<String> parts = new ArrayList<>(anchor.length);
        for (int part : anchor) {
            String text = record.text(part);
            if (text == null) {
                return null;
            }
            parts.add(text);
        }
        return Anchor.of(parts);
    }
}
