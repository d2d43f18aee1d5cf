package org.syncline.connectors.file.pairs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.syncline.connectors.file.FileContractSystem;

/** Reads and writes records of names and values as somebody else would. */
final class PlainPairs implements FileContractSystem.Table {
    private static final List<String> NAMES = FileContractSystem.COLUMNS;

    @Override
    public String write(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int column = 0; column < row.size(); column++) {
                for (String value : row.get(column).split(FileContractSystem.VALUE_SEPARATOR)) {
                    text.append(value.isEmpty() ? "" : NAMES.get(column) + ": " + value + "\n");
                }
            }
            text.append("\n");
        }
        return text.toString();
    }

    @Override
    public List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>(List.of(NAMES));
        for (String record : text.split("\n\n")) {
            if (!record.isBlank()) {
                rows.add(row(record));
            }
        }
        return rows;
    }

    private static List<String> row(String record) {
        List<String> row = new ArrayList<>(Collections.nCopies(NAMES.size(), ""));
        for (String line : record.split("\n")) {
            String[] pair = line.split(": ", 2);
            int column = NAMES.indexOf(pair[0]);
            String before = row.get(column);
            row.set(column, before.isEmpty() ? pair[1] : before + FileContractSystem.VALUE_SEPARATOR + pair[1]);
        }
        return row;
    }
}
