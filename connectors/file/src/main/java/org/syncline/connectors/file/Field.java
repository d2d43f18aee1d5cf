package org.syncline.connectors.file;

import java.util.ArrayList;
import java.util.List;
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
 */
record Field(
        int attribute,
        AttributeDefinition definition,
        int column,
        String columnName,
        FieldFormat format) {
    private static final int SHOWN = 60;

    /** What the record holds of it; null if it makes no sense. */
    Content read(FileRecord record) {
        if (definition.multiValued()) {
            return readSeveral(record.texts(column));
        }
        return record.isRepeated(column) ? null : readOne(record.text(column));
    }

    private Content readOne(String text) {
        return text == null ? Absence.NULL : format.reader().apply(text);
    }

    private Content readSeveral(List<String> texts) {
        if (texts.size() == 1) {
            return readOne(texts.getFirst());
        }
        List<Value> values = new ArrayList<>(texts.size());
        for (String text : texts) {
            Value value = format.reader().apply(text);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return Content.of(values);
    }

    /** The texts that stand for a content. */
    List<String> write(Content content) {
        return content.asList().stream().map(format.writer()).toList();
    }

    /** What is wrong where the record makes no sense. */
    String complaint(FileRecord record) {
        if (!definition.multiValued() && record.isRepeated(column)) {
            return "column '" + columnName + "' has several values, and attribute '" + definition.name()
                    + "' is declared to have one";
        }
        return "column '" + columnName + "': " + shown(record.text(column)) + " is not " + format.expected();
    }

    private String shown(String text) {
        if (definition.sensitive()) {
            return "the value (not shown, it is sensitive)";
        }
        return "'" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + "'";
    }
}
