package org.syncline.connectors.ldap;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.spi.ConnectorException;

/** Cuts an LDIF file into records at its empty lines, so that a bad record doesn't spoil the next and each has its line number. */
final class LdifRecords implements Closeable {
    private final BufferedReader lines;
    private int read;

    private LdifRecords(BufferedReader lines) {
        this.lines = lines;
    }

    static LdifRecords open(Path file) {
        try {
            return new LdifRecords(Files.newBufferedReader(file, StandardCharsets.ISO_8859_1));
        } catch (IOException failure) {
            String why = failure instanceof NoSuchFileException ? "it does not exist" : failure.toString();
            throw new ConnectorException(ConnectorException.Code.NO_START_CONNECTION,
                    "The LDIF file '" + file + "' cannot be opened: " + why, failure);
        }
    }

    /** The next record, or null at the end. */
    LdifRecord next() throws IOException {
        List<String> record = new ArrayList<>();
        int first = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            read++;
            if (line.isEmpty() && holdsContent(record)) {
                break;
            }
            if (line.isEmpty()) {
                record.clear();
            } else if (!isVersion(line)) {
                first = record.isEmpty() ? read : first;
                record.add(line);
            }
        }
        return holdsContent(record) ? new LdifRecord(first, record) : null;
    }

    private boolean isVersion(String line) {
        return line.startsWith("version:") || read == 1 && line.startsWith("\u00EF\u00BB\u00BFversion:");
    }

    private static boolean holdsContent(List<String> record) {
        return record.stream().anyMatch(line -> !line.startsWith("#"));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
