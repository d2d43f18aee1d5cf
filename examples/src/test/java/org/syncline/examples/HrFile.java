package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The HR file of AdventureWorks, read and changed without any of the product's code: no cell of it is quoted. */
record HrFile(Path path) {
    private static final String END = "\r\n";

    List<Map<String, String>> rows() {
        List<String> lines = lines();
        List<String> columns = cells(lines.getFirst());
        return lines.stream().skip(1).map(line -> row(columns, cells(line))).toList();
    }

    /** The rows of people who work there; the others are filtered. */
    List<Map<String, String>> people() {
        return rows().stream().filter(row -> !row.get("Status").isEmpty()).toList();
    }

    Map<String, String> row(String key) {
        return rows().stream().filter(row -> row.get("EmployeeKey").equals(key)).findFirst().orElseThrow();
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        assertEquals(columns.size(), cells.size(), cells::toString);
        Map<String, String> row = new LinkedHashMap<>();
        for (int index = 0; index < columns.size(); index++) {
            row.put(columns.get(index), cells.get(index));
        }
        return row;
    }

    private static List<String> cells(String line) {
        assertFalse(line.contains("\""), line);
        return Arrays.asList(line.split(",", -1));
    }

    List<String> lines() {
        try {
            return List.of(Files.readString(path).split(END));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The number of the line that a row stands on, from 1. */
    int lineOf(String key) {
        List<String> lines = lines();
        for (int index = 1; index < lines.size(); index++) {
            if (lines.get(index).startsWith(key + ",")) {
                return index + 1;
            }
        }
        throw new AssertionError("no row " + key);
    }

    void write(List<String> lines) {
        write((String.join(END, lines) + END).getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] content) {
        try {
            Files.write(path, content);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    void change(String key, String column, String value) {
        int at = cells(lines().getFirst()).indexOf(column);
        replace(key, line -> {
            List<String> cells = cells(line);
            cells.set(at, value);
            return String.join(",", cells);
        });
    }

    /** Replaces the line of a row. */
    void replace(String key, UnaryOperator<String> change) {
        List<String> lines = new ArrayList<>(lines());
        int at = lineOf(key) - 1;
        lines.set(at, change.apply(lines.get(at)));
        write(lines);
    }

    void add(String line) {
        write(Stream.concat(lines().stream(), Stream.of(line)).toList());
    }

    void delete(String key) {
        write(lines().stream().filter(line -> !line.startsWith(key + ",")).toList());
    }
}
