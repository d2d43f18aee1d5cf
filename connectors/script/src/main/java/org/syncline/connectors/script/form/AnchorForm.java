package org.syncline.connectors.script.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.schema.identity.Anchor;

/**
 * An anchor as the texts of its columns.
 *
 * @param columns the system's own names of what makes up the anchor
 */
record AnchorForm(List<String> columns) {

    /** The anchor of an object; null if a column is empty. */
    Anchor read(Map<String, Object> values) {
        List<String> parts = new ArrayList<>();
        for (String column : columns) {
            String part = text(values.get(column));
            if (part.isEmpty()) {
                return null;
            }
            parts.add(part);
        }
        return Anchor.of(parts);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    /** The texts by column. */
    Map<String, Object> write(Anchor anchor) {
        List<String> parts = columns.size() == 1 ? List.of(anchor.text()) : anchor.parts();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int at = 0; at < columns.size(); at++) {
            values.put(columns.get(at), parts.get(at));
        }
        return values;
    }
}
