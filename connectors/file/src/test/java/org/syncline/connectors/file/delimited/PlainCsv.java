package org.syncline.connectors.file.delimited;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.syncline.connectors.file.FileContractSystem;

/** Reads and writes delimited text as somebody else would: every cell quoted, character by character. */
final class PlainCsv implements FileContractSystem.Table {
    private final char separator;
    private final String lineEnd;

    PlainCsv(char separator, String lineEnd) {
        this.separator = separator;
        this.lineEnd = lineEnd;
    }

    @Override
    public String write(List<List<String>> rows) {
        return rows.stream().map(this::row).collect(Collectors.joining());
    }

    private String row(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(String.valueOf(separator), "", lineEnd));
    }

    @Override
    public List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (quoted && character == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && character == separator) {
                row.add(take(cell));
            } else if (!quoted && text.startsWith(lineEnd, at)) {
                row.add(take(cell));
                rows.add(row);
                row = new ArrayList<>();
                at += lineEnd.length() - 1;
            } else {
                cell.append(character);
            }
        }
        return rows;
    }

    private static String take(StringBuilder cell) {
        String text = cell.toString();
        cell.setLength(0);
        return text;
    }
}
