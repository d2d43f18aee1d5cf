package org.syncline.connectors.file;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;

/** How records stand in the files of one connector: what a format does not share with the others. */
public interface FileFormat {

    /**
     * How the characters of a file without a byte order mark are stored.
     *
     * @param beginning of the file, each character one byte
     * @param usual by the settings
     */
    default Charset encoding(String beginning, Charset usual) {
        return usual;
    }

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
     * @param end behind the last record; empty for none
     */
    record Beginning(Columns columns, String text, String end) {}
}
