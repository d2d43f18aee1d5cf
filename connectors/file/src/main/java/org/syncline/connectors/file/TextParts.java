package org.syncline.connectors.file;

import java.io.Closeable;
import java.io.IOException;

/** The text of a file in parts: records, and what stands between them. */
public interface TextParts extends Closeable {

    /** Goes to the next part; false at the end. */
    boolean advance() throws IOException;

    /** The part as it stands in the file. */
    String text();

    /** The line the part begins in. */
    long line();

    /** Whether it holds no record. */
    boolean isBlank();

    /** Whether new records stand before it. */
    default boolean endsRecords() {
        return false;
    }

    /** What keeps it from being read, and what to do; null for nothing. */
    String complaint();

    /** Whether it has bytes that could not be decoded. */
    boolean isUndecodable();
}
