package org.syncline.connectors.file;

import java.io.IOException;
import java.io.Reader;

/** How records stand in the files of one connector: what a format does not share with the others. */
public interface FileFormat {

    /**
     * Begins to read a file, up to its first record.
     *
     * @throws org.syncline.connectors.spi.ConnectorException if that is not how such a file begins
     */
    FileReading read(Reader text) throws IOException;

    /** How a file begins that is not there yet. */
    Beginning begin();

    /**
     * Writes and reads single records of a file.
     *
     * @param lineEnd of the file
     */
    RecordText records(Columns columns, String lineEnd);

    /**
     * How a new file begins.
     *
     * @param text before the first record; empty for none
     */
    record Beginning(Columns columns, String text) {}
}
