package org.syncline.connectors.file;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;

/**
 * The settings of a delimited text connector.
 *
 * @param file as the administrator wrote it: how messages name it
 * @param path of the file, absolute
 * @param encoding where the file has no byte order mark
 * @param columns their names, where the file has no header
 * @param multiValueSeparator between the values in one cell
 * @param trim whether blanks around values are dropped
 * @param nullText stands for no value; null for none
 * @param missingFileIsEmpty whether a file that does not exist has no objects, instead of being an error
 * @param objectTypes what is read and written
 */
record DelimitedTextSettings(
        String file,
        Path path,
        Charset encoding,
        Dialect dialect,
        Optional<List<String>> columns,
        String multiValueSeparator,
        boolean trim,
        String nullText,
        boolean missingFileIsEmpty,
        List<ObjectTypeSettings> objectTypes) {

    /**
     * How rows are written.
     *
     * @param separator between columns
     * @param quote around values
     */
    record Dialect(char separator, char quote) {}

    static DelimitedTextSettings of(ConnectorSettings settings) {
        return new SettingsReader(settings).read();
    }

    Optional<ObjectTypeSettings> objectType(String name) {
        return objectTypes.stream().filter(type -> type.type().name().equals(name)).findFirst();
    }

    /** Where a line stands, for messages. */
    String place(long line) {
        return file + ":" + line;
    }
}
