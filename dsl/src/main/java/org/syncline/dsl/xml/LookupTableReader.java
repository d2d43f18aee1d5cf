package org.syncline.dsl.xml;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.expression.LookupTable;
import org.syncline.dsl.ruleset.RuleLocation;

/** Reads a lookup table: a CSV file whose first row names the columns and whose first column holds the keys. */
final class LookupTableReader {
    private static final String SEPARATORS = ",;\t";

    private final FolderFile file;
    private final Problems problems;
    private final Map<String, List<String>> rows = new HashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private List<String> columns = List.of();

    private LookupTableReader(FolderFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The table; what is wrong with it is reported, and left out. */
    static LookupTable read(FolderFile file, Problems problems) {
        return new LookupTableReader(file, problems).read();
    }

    private LookupTable read() {
        FileText.Decoded decoded = FileText.of(file.bytes());
        if (decoded.problem() == null) {
            read(decoded.text());
        } else {
            long line = decoded.text().lines().count();
            problem(Math.max(1, line), decoded.problem(), "save it as UTF-8");
        }
        return new LookupTable(file.baseName(), columns, rows);
    }

    private void read(String text) {
        try {
            CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)
                    .forEach(this::row);
        } catch (CsvParseException broken) {
            problem(1, "This is no CSV file: " + broken.getMessage(), null);
        }
        if (columns.isEmpty()) {
            problem(1, "The table is empty", "write the names of its columns into the first line");
        }
    }

    /** Whichever separates the names of the columns. */
    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return (char) header.chars().filter(character -> SEPARATORS.indexOf(character) >= 0).findFirst().orElse(',');
    }

    private void row(CsvRecord row) {
        List<String> cells = row.getFields().stream().map(String::strip).toList();
        if (columns.isEmpty()) {
            header(cells);
        } else if (cells.size() != columns.size()) {
            problem(row.getStartingLineNumber(), "The row has " + count(cells.size()) + ", but the table has "
                    + columns.size() + " columns", "put cells that hold a separator into double quotes");
        } else {
            add(LookupTable.key(cells.getFirst()), cells, row.getStartingLineNumber());
        }
    }

    private static String count(int cells) {
        return cells == 1 ? "1 cell" : cells + " cells";
    }

    private void header(List<String> names) {
        columns = names;
        Set<String> seen = new HashSet<>();
        names.stream().filter(name -> !seen.add(name)).forEach(name -> problem(
                1, "Two columns are named '" + name + "'", "give each its own name"));
        if (names.size() < 2) {
            problem(1, "The table has one column only; the first holds the keys, the others what is looked up",
                    "separate the columns with commas, semicolons or tabs");
        }
    }

    private void add(String key, List<String> cells, long line) {
        Long before = lines.putIfAbsent(key, line);
        if (before == null) {
            rows.put(key, cells);
        } else {
            problem(line, "The key '" + cells.getFirst() + "' stands in line " + before + " already",
                    "leave one of the two rows; keys are compared without regard to case");
        }
    }

    private void problem(long line, String message, String suggestion) {
        problems.add(new RuleLocation(file.name(), (int) line, 1), message, suggestion);
    }
}
