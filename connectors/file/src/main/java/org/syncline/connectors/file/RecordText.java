package org.syncline.connectors.file;

import java.util.List;
import java.util.Map;

/** Single records of one file as text, and back. */
public interface RecordText {

    /** The record a text holds, valid until the next one is asked for. */
    FileRecord read(String text) throws MalformedRecord;

    /**
     * The text of a record.
     *
     * @param before as it stands in the file; null for a new one
     * @param values the values of the columns that change; the others stay as they are
     */
    String write(String before, Map<Integer, List<String>> values);

    /** A text to which another record can be added: with all that ends it. */
    String terminated(String text);

    /** What a column can hold, besides being of its type: the end of a sentence, beginning with a comma; or nothing. */
    String limits(int column);

    /** A value as it comes back by the settings of the connector. */
    default String stored(String value) {
        return value;
    }
}
