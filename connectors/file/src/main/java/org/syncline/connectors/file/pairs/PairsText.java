package org.syncline.connectors.file.pairs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.file.Columns;
import org.syncline.connectors.file.FileRecord;
import org.syncline.connectors.file.LineEnd;
import org.syncline.connectors.file.MalformedRecord;
import org.syncline.connectors.file.NamedValues;
import org.syncline.connectors.file.RecordText;

/** Single records of one file as text, and back. */
final class PairsText implements RecordText {
    private final Columns columns;
    private final char separator;
    private final String lineEnd;
    private final NamedValues record;

    PairsText(Columns columns, char separator, String lineEnd) {
        this.columns = columns;
        this.separator = separator;
        this.lineEnd = lineEnd;
        this.record = new NamedValues(columns);
    }

    @Override
    public FileRecord read(String text) throws MalformedRecord {
        record.clear();
        List<String> lines = text.lines().toList();
        for (int number = 0; number < lines.size(); number++) {
            String line = lines.get(number);
            if (!line.isBlank()) {
                read(line, number);
            }
        }
        return record;
    }

    private void read(String line, int number) throws MalformedRecord {
        int at = line.indexOf(separator);
        if (at <= 0) {
            throw new MalformedRecord(number, "the line has no name and '" + separator
                    + "' before its value. Each line must be one value of the record, without line breaks; a blank line"
                    + " ends the record.");
        }
        boolean isSpaced = at + 1 < line.length() && line.charAt(at + 1) == ' ';
        record.add(name(line), line.substring(isSpaced ? at + 2 : at + 1));
    }

    private String name(String line) {
        return line.substring(0, Math.max(line.indexOf(separator), 0)).strip();
    }

    @Override
    public String write(String before, Map<Integer, List<String>> values) {
        Map<Integer, List<String>> left = new LinkedHashMap<>(values);
        List<String> lines = new ArrayList<>();
        int end = 0;
        for (String line : before == null ? List.<String>of() : lines(LineEnd.terminated(before, lineEnd))) {
            int column = columns.indexOf(name(line));
            if (!values.containsKey(column)) {
                lines.add(line);
            } else if (left.containsKey(column)) {
                lines.addAll(pairs(column, left.remove(column)));
            }
            end = line.isBlank() ? end : lines.size();
        }
        List<String> added = new ArrayList<>();
        left.forEach((column, texts) -> added.addAll(pairs(column, texts)));
        lines.addAll(end, added);
        return String.join("", lines);
    }

    private List<String> pairs(int column, List<String> values) {
        return values.stream().map(value -> columns.name(column) + separator + " " + value + lineEnd).toList();
    }

    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\n)|(?<=\r)(?!\n)"));
    }

    @Override
    public String terminated(String text) {
        String ended = LineEnd.terminated(text, lineEnd);
        return lines(ended).getLast().isBlank() ? ended : ended + lineEnd;
    }

    @Override
    public String limits(int column) {
        return ", without line breaks";
    }
}
