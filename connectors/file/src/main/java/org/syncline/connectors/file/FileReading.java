package org.syncline.connectors.file;

import java.io.Closeable;
import java.io.IOException;

/** One reading of a file from its first record to its last: record by record to import it, or part by part to write it anew. */
public interface FileReading extends Closeable {

    Columns columns();

    /** What stands before the first part, as it stands there; empty for nothing. */
    String header();

    /** How the lines of the file end; asked for before the first part. */
    String lineEnd() throws IOException;

    /**
     * Hands over one more record, or what is wrong with one; not to be mixed with {@link #advance}.
     *
     * @return false at the end of the file
     */
    boolean read(RecordHandler handler) throws IOException;

    /** Goes to the next part of the text, a record or what stands between two; false at the end of the file. */
    boolean advance() throws IOException;

    /** The part as it stands in the file. */
    String text();

    /** The line the part begins in. */
    long line();

    /** Whether the part is a record that can be read. */
    boolean isRecord();

    /** Whether new records stand before the part, if no other record follows. */
    default boolean endsRecords() {
        return false;
    }

    /** Whether the part has bytes that could not be decoded. */
    boolean isUndecodable();
}
