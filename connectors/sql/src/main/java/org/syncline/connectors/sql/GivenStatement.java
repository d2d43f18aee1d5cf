package org.syncline.connectors.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.NearestName;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;

/** What an administrator wants to be run in the place of an INSERT, UPDATE or DELETE of the connector; its parameters are bound. */
final class GivenStatement {
    private static final String ANCHOR = "anchor";

    private final NamedStatement statement;
    private final int anchorColumns;
    private final List<Parameter> parameters = new ArrayList<>();

    /** Where a value comes from: an attribute, or a part of the anchor where the cell is null. */
    private record Parameter(Cell cell, int anchorPart, Column column) {}

    private GivenStatement(NamedStatement statement, int anchorColumns) {
        this.statement = statement;
        this.anchorColumns = anchorColumns;
    }

    /**
     * @param setting its name
     * @param cells where attributes and anchor are read from
     * @param user whose statement it is, for messages
     */
    static Optional<GivenStatement> of(String setting, Optional<String> text, Cells cells, String user) {
        return text.map(given -> {
            GivenStatement statement = new GivenStatement(NamedStatement.of(given), cells.anchor().size());
            for (String name : statement.statement.names()) {
                statement.parameters.add(parameter(name, cells, setting, user));
            }
            return statement;
        });
    }

    private static Parameter parameter(String name, Cells cells, String setting, String user) {
        for (Cell cell : cells.columns()) {
            if (cell.name().equals(name) && !setting.equals(SettingNames.DELETE)) {
                return new Parameter(cell, -1, cell.format().column());
            }
        }
        List<Column> anchor = cells.anchor();
        for (int part = 0; part < anchor.size() && !setting.equals(SettingNames.INSERT); part++) {
            Column column = anchor.get(part);
            if (column.name().equalsIgnoreCase(name) || anchor.size() == 1 && name.equals(ANCHOR)) {
                return new Parameter(null, part, column);
            }
        }
        throw new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                "The setting '" + setting + "' of " + user + " has the parameter ':" + name + "'"
                        + hint(name, cells, setting));
    }

    private static String hint(String name, Cells cells, String setting) {
        List<String> known = new ArrayList<>();
        if (!setting.equals(SettingNames.DELETE)) {
            cells.columns().forEach(cell -> known.add(cell.name()));
        }
        if (!setting.equals(SettingNames.INSERT)) {
            cells.anchor().forEach(column -> known.add(column.name()));
            known.add(ANCHOR);
        }
        return NearestName.among(known, name)
                .map(nearest -> "; did you mean ':" + nearest + "'?")
                .orElse(". There are :" + String.join(", :", known) + ".");
    }

    String sql() {
        return statement.sql();
    }

    boolean countsRows() {
        return statement.countsRows();
    }

    /**
     * The values of the parameters.
     *
     * @param attributes of the object as it is to be; null of one that goes
     * @param anchor null of a new object
     * @throws Refusal if a column cannot hold one
     */
    List<RowWrite.Field> fields(Attributes attributes, Anchor anchor) {
        List<RowWrite.Field> fields = new ArrayList<>();
        for (Parameter parameter : parameters) {
            fields.add(parameter.cell() == null
                    ? new RowWrite.Field(null, parameter.column(), part(parameter, anchor))
                    : new RowWrite.Field(parameter.cell(), parameter.column(), value(parameter.cell(), attributes)));
        }
        return fields;
    }

    private Object part(Parameter parameter, Anchor anchor) {
        try {
            return parameter.column().kind().parameter(Keys.parts(anchor, anchorColumns).get(parameter.anchorPart()));
        } catch (Misfit misfit) {
            throw new Refusal(ExportResult.Code.NO_SUCH_OBJECT, "No row can have the anchor '" + anchor + "'.", null);
        }
    }

    private static Object value(Cell cell, Attributes attributes) {
        Content content = attributes.get(cell.attribute());
        return content.isPresent() ? TargetTable.parameter(cell, content.asList().getFirst()) : null;
    }
}
