package org.syncline.connectors.file;

import java.util.List;
import java.util.function.UnaryOperator;

/** One record of a file, valid until the next one is read. */
public interface FileRecord extends UnaryOperator<String> {

    Columns columns();

    /** What a column holds; null for nothing. */
    String text(int column);

    /** The single values in a column; none for nothing. */
    List<String> texts(int column);

    /** What the named column holds; null if that is nothing, or there is no such column. */
    @Override
    default String apply(String column) {
        int index = columns().indexOf(column);
        return index < 0 ? null : text(index);
    }

    /** Whether a column stands in the record several times, although one value is wanted. */
    default boolean isRepeated(int column) {
        return false;
    }
}
