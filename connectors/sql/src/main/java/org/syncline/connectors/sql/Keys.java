package org.syncline.connectors.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.syncline.schema.identity.Anchor;

/** Anchors as conditions and parameters of statements. */
final class Keys {
    private Keys() {}

    /** One object. */
    static String equal(List<Column> columns) {
        return columns.stream().map(column -> column.sql() + " = ?").collect(Collectors.joining(" AND "));
    }

    /** Some objects. */
    static String among(List<Column> columns, int objects) {
        if (columns.size() == 1) {
            return columns.getFirst().sql() + " IN (?" + ", ?".repeat(objects - 1) + ")";
        }
        return "(" + String.join(" OR ", Collections.nCopies(objects, "(" + equal(columns) + ")")) + ")";
    }

    /** Binds an anchor from a position on; tells the position after it. */
    static int bind(PreparedStatement statement, int position, List<Column> columns, List<Object> parameters)
            throws SQLException {
        int next = position;
        for (int part = 0; part < columns.size(); part++) {
            columns.get(part).bind(statement, next++, parameters.get(part));
        }
        return next;
    }

    /**
     * What the driver is given for an anchor.
     *
     * @throws Misfit if the columns cannot hold it
     */
    static List<Object> parameters(List<Column> columns, Anchor anchor) {
        List<String> parts = parts(anchor, columns.size());
        List<Object> parameters = new ArrayList<>();
        for (int part = 0; part < columns.size(); part++) {
            parameters.add(columns.get(part).kind().parameter(parts.get(part)));
        }
        return parameters;
    }

    /**
     * The columns of an anchor as text.
     *
     * @throws Misfit if it has more or fewer
     */
    static List<String> parts(Anchor anchor, int columns) {
        List<String> parts = columns == 1 ? List.of(anchor.text()) : anchor.parts();
        if (parts.size() != columns) {
            throw new Misfit("an anchor of " + columns + " parts");
        }
        return parts;
    }

    /** The anchor in the current row, from a position on; null if a part is missing. */
    static Anchor read(ResultSet rows, int position, List<Column> columns) throws SQLException {
        if (columns.size() == 1) {
            String only = columns.getFirst().text(rows, position);
            return only == null ? null : new Anchor(only);
        }
        List<String> parts = new ArrayList<>(columns.size());
        for (int part = 0; part < columns.size(); part++) {
            String text = columns.get(part).text(rows, position + part);
            if (text == null) {
                return null;
            }
            parts.add(text);
        }
        return Anchor.of(parts);
    }
}
