package org.syncline.connectors.file;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/**
 * One attribute of an object type in its column.
 *
 * @param attribute index in the object type
 * @param column index in the file
 * @param columnName for messages
 * @param valueSeparator between the values of a multi-valued attribute
 * @param trim whether blanks around values are dropped
 */
record Cell(
        int attribute,
        AttributeDefinition definition,
        int column,
        String columnName,
        CellFormat format,
        String valueSeparator,
        boolean trim) {
    private static final int SHOWN = 60;

    /** What the cell holds; null if it makes no sense. */
    Content read(Row row) {
        String text = row.cell(column);
        if (text == null) {
            return Absence.NULL;
        }
        return definition.multiValued() ? readSeveral(text) : format.reader().apply(text);
    }

    private Content readSeveral(String text) {
        if (!text.contains(valueSeparator)) {
            return format.reader().apply(text);
        }
        List<Value> values = new ArrayList<>();
        for (int from = 0, to; from <= text.length(); from = to + valueSeparator.length()) {
            int found = text.indexOf(valueSeparator, from);
            to = found < 0 ? text.length() : found;
            String part = trim ? text.substring(from, to).strip() : text.substring(from, to);
            Value value = part.isEmpty() ? null : format.reader().apply(part);
            if (value == null && !part.isEmpty()) {
                return null;
            }
            if (value != null) {
                values.add(value);
            }
        }
        return Content.of(values);
    }

    /** The text that stands for a content. */
    String write(Content content) {
        return content.asList().stream().map(format.writer()).collect(Collectors.joining(valueSeparator));
    }

    /** What is wrong with a cell that makes no sense. */
    String complaint(Row row) {
        return "column '" + columnName + "': " + shown(row.cell(column)) + " is not " + format.expected();
    }

    private String shown(String text) {
        if (definition.sensitive()) {
            return "the value (not shown, it is sensitive)";
        }
        return "'" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + "'";
    }
}
