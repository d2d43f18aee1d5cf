package org.syncline.connectors.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.AttributeDefinition;

/**
 * Where the attributes of an object type stand: in columns of its table, or in tables beside it.
 *
 * @param anchor the columns that hold the anchor
 * @param columns the attributes that stand in the table itself
 * @param sides those that stand in side tables
 */
record Cells(List<Column> anchor, List<Cell> columns, List<SideTable> sides) {

    static Cells of(ObjectTypeSettings type, Relation relation, Relations relations, SqlSettings settings)
            throws SQLException {
        String user = "object type '" + type.type().name() + "'";
        List<Column> anchor = type.anchorColumns().stream()
                .map(name -> relation.column(name, "the anchor of " + user))
                .toList();
        List<Cell> columns = new ArrayList<>();
        List<SideTable> sides = new ArrayList<>();
        for (AttributeSettings attribute : type.attributes()) {
            String name = "attribute '" + attribute.name() + "' of " + user;
            if (attribute.value(SettingNames.TABLE).isPresent()) {
                sides.add(side(type, attribute, anchor, name, relations, settings));
            } else {
                demandOneValue(type, attribute, name);
                columns.add(cell(type, attribute, relation, name, settings));
            }
        }
        return new Cells(anchor, List.copyOf(columns), List.copyOf(sides));
    }

    private static Cell cell(ObjectTypeSettings type, AttributeSettings attribute, Relation relation, String name,
            SqlSettings settings) {
        int index = type.type().index(attribute.name());
        AttributeDefinition definition = type.type().attribute(index);
        Column column = relation.column(attribute.column(), name);
        return new Cell(index, definition, new ValueFormat(definition.type(), attribute, column, settings.zone()));
    }

    private static SideTable side(ObjectTypeSettings type, AttributeSettings attribute, List<Column> anchor,
            String name, Relations relations, SqlSettings settings) throws SQLException {
        Relation table = relations.table(attribute.value(SettingNames.TABLE).orElseThrow(), name);
        List<String> owner = attribute.value(SettingNames.OWNER)
                .map(columns -> List.of(columns.strip().split("\\s+")))
                .orElseGet(() -> anchor.stream().map(Column::name).toList());
        if (owner.size() != anchor.size()) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                    name + ": the setting 'owner' names " + owner.size() + " columns, and the anchor has "
                            + anchor.size() + ". Write as many, in the order of the anchor, separated by spaces.");
        }
        List<Column> owners = owner.stream().map(column -> table.column(column, "the owner in " + name)).toList();
        return new SideTable(table.sql(), owners, cell(type, attribute, table, name, settings),
                watermark(type, attribute, table, name));
    }

    private static Column watermark(ObjectTypeSettings type, AttributeSettings attribute, Relation table, String name) {
        Optional<String> column = attribute.value(SettingNames.WATERMARK);
        if (column.isPresent() && type.value(SettingNames.WATERMARK).isEmpty()) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                    name + ": its side table has a watermark, and the table of the objects has none. Give the object type"
                            + " the setting '" + SettingNames.WATERMARK + "', too.");
        }
        return column.map(written -> table.column(written, "the watermark in " + name)).orElse(null);
    }

    private static void demandOneValue(ObjectTypeSettings type, AttributeSettings attribute, String name) {
        boolean several = type.type().attribute(type.type().index(attribute.name())).multiValued();
        if (several && type.rows() == ObjectTypeSettings.Rows.SINGLE) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                    name + " may have several values: give it the setting 'table', a side table with a row for each,"
                            + " or give the object type rows=\"collect\".");
        }
    }

    /** Whether nothing of an object may be shown. */
    boolean hasSensitive() {
        return columns.stream().anyMatch(cell -> cell.definition().sensitive())
                || sides.stream().anyMatch(side -> side.value().definition().sensitive());
    }
}
