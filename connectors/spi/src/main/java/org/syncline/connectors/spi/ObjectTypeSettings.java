package org.syncline.connectors.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.syncline.schema.identity.ObjectType;

/**
 * How objects of one type are read from and written to a connected system.
 *
 * @param type the type; its first attribute is {@code dn}
 * @param anchor the attributes that make up the anchor, by the system's own names
 * @param attributes in the order of the type, without {@code dn}
 * @param rows how rows of a flat source become objects
 * @param filter which rows are read at all
 * @param values of the settings the type has alone, by name, defaults filled in
 */
public record ObjectTypeSettings(
        ObjectType type, List<String> anchor, List<AttributeSettings> attributes, Rows rows, RowFilter filter,
        Map<String, String> values) {

    /** How rows of a flat source become objects. */
    public enum Rows {
        /** One row, one object; a second row with the same anchor is an error. */
        SINGLE,
        /** Rows that share an anchor are one object; multi-valued attributes collect their values. */
        COLLECT
    }

    /** Which rows are read; the names are the source's columns, an absent or empty column is null. */
    @FunctionalInterface
    public interface RowFilter {
        boolean reads(UnaryOperator<String> column);
    }

    public static final RowFilter EVERY_ROW = column -> true;

    /** One without settings of its own. */
    public ObjectTypeSettings(
            ObjectType type, List<String> anchor, List<AttributeSettings> attributes, Rows rows, RowFilter filter) {
        this(type, anchor, attributes, rows, filter, Map.of());
    }

    public ObjectTypeSettings {
        anchor = List.copyOf(anchor);
        attributes = List.copyOf(attributes);
        values = Map.copyOf(values);
    }

    public Optional<String> value(String setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** The anchor in the system's own names: a part that is an attribute is called as its column. */
    public List<String> anchorColumns() {
        return anchor.stream().map(this::column).toList();
    }

    private String column(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(AttributeSettings::column)
                .findFirst()
                .orElse(name);
    }

    public static ObjectTypeSettings of(ObjectType type, String anchor) {
        List<AttributeSettings> attributes = type.attributes().stream()
                .filter(attribute -> !attribute.name().equals(ObjectType.DN))
                .map(attribute -> new AttributeSettings(attribute.name(), attribute.name(), null, null, null))
                .toList();
        return new ObjectTypeSettings(type, List.of(anchor), attributes, Rows.SINGLE, EVERY_ROW);
    }
}
