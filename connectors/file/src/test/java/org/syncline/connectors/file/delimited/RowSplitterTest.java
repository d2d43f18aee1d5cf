package org.syncline.connectors.file.delimited;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.file.Columns;
import org.syncline.connectors.file.Reading;
import org.syncline.connectors.file.SeveralValues;

/** Whatever stands in a file, its rows are found, nothing is lost between them, and FastCSV agrees. */
class RowSplitterTest {
    private static final String ALPHABET = "aab,,\"\"\"\n\n\r \uDC80";
    private static final Dialect DIALECT =
            new Dialect(',', '"', Optional.empty(), new SeveralValues(";", false), false, null);

    /** A row as the splitter reports it. */
    record Found(RowKind kind, long line, long lastLine, String text) {}

    /** Gives a few characters at a time, as a network drive may. */
    private static Reader slow(String text, int most) {
        return new FilterReader(new StringReader(text)) {
            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, most));
            }
        };
    }

    private static List<Found> split(Reader reader) throws IOException {
        RowSplitter splitter = new RowSplitter(reader, DIALECT);
        splitter.expectColumns(2);
        List<Found> rows = new ArrayList<>();
        while (splitter.advance()) {
            rows.add(new Found(splitter.kind(), splitter.line(), splitter.lastLine(), splitter.text()));
        }
        return rows;
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(40); length > 0; length--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    @Test
    void rowsAreTheWholeTextHoweverItArrives() throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < 5_000; round++) {
            String text = random(random);
            List<Found> rows = split(new StringReader(text));
            assertEquals(text, String.join("", rows.stream().map(Found::text).toList()));
            assertEquals(rows, split(slow(text, 1 + random.nextInt(3))), text);
        }
    }

    @Test
    void everyRowBeginsOneLineAfterTheOneBeforeEnds() throws IOException {
        Random random = new Random(2);
        for (int round = 0; round < 5_000; round++) {
            String text = random(random);
            long line = 1;
            for (Found row : split(new StringReader(text))) {
                assertEquals(line, row.line(), text);
                line = row.lastLine() + 1;
            }
            long lines = text.lines().count();
            assertEquals(lines, line - 1, text);
        }
    }

    @TempDir
    Path folder;

    @Test
    void fastCsvReadsExactlyTheWellFormedRows() throws IOException {
        Random random = new Random(3);
        Columns columns = new Columns("hr.csv", List.of("a", "b"));
        for (int round = 0; round < 5_000; round++) {
            String text = random(random);
            List<Long> expected = split(new StringReader(text)).stream()
                    .filter(row -> row.kind() == RowKind.WELL_FORMED)
                    .map(Found::line)
                    .toList();
            assertEquals(expected, linesOfFastCsv(columns, text),
                    () -> "in " + text.chars().boxed().toList());
        }
    }

    private static List<Long> linesOfFastCsv(Columns columns, String rowsText) throws IOException {
        RowSplitter splitter = new RowSplitter(new StringReader(rowsText), DIALECT);
        splitter.expectColumns(2);
        WellFormedRows text = new WellFormedRows(splitter);
        List<Long> lines = new ArrayList<>();
        try (var rows = new Csv(DIALECT).rows(new Row(columns, DIALECT), text).iterator()) {
            rows.forEachRemaining(row -> lines.add(text.nextRow().line()));
        }
        return lines;
    }

    @Test
    void aLineThatCannotBeHeldIsOneBadRow() {
        String text = "id,name\n1,Ann\n2," + "x".repeat(RowSplitter.MOST_CHARACTERS + 100_000) + "\n3,Cid\n4,\"x\" y\n";
        Reading reading =
                Reading.of(folder, text.getBytes(StandardCharsets.UTF_8), Map.of(), Reading.people(Reading.NAME));
        assertEquals(List.of("1: Ann", "3: Cid"), reading.names());
        assertEquals(List.of("MALFORMED_ROW null null hr.csv:3", "MALFORMED_ROW null null hr.csv:5"),
                reading.errorPlaces());
        assertTrue(reading.errors().getFirst().message().contains("longer than"),
                reading.errors().getFirst().message());
    }
}
