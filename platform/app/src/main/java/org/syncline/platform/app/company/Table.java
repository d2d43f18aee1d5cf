package org.syncline.platform.app.company;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A list that comes with the program: one entry a line, fields between bars, comments after {@code #}. */
final class Table {
    private Table() {}

    static List<String[]> read(String name) {
        try (InputStream file = Table.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> fields(line, "\\|"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The program's own list " + name + " cannot be read", unreadable);
        }
    }

    static String[] fields(String line, String separator) {
        return Stream.of(line.split(separator)).map(String::strip).toArray(String[]::new);
    }
}
