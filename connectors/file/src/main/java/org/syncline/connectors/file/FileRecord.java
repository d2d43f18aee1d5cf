package org.syncline.connectors.file;

import java.util.List;
import java.util.function.UnaryOperator;

/** One record of a file, valid until the next one is read. As a function it answers what the named column holds, like {@link #text}. */
public interface FileRecord extends UnaryOperator<String> {

    /** What a column holds; null for nothing. */
    String text(int column);

    /** The single values in a column; none for nothing. */
    List<String> texts(int column);
}
