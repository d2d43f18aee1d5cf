package org.syncline.connectors.file.delimited;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.syncline.connectors.file.Reading;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;

/** Semantics 2.9: a bad row is one error, with its line, and the others go on. */
class BadRowsTest {
    @TempDir
    Path folder;

    static Stream<Arguments> badQuoting() {
        return Stream.of(
                row("nothing is wrong", "1,Ann\n2,Bob\n", "1: Ann|2: Bob", ""),
                row("a value of several lines", "1,\"Ann\nof\r\nYork\"\n2,Bob\n", "1: Ann\nof\r\nYork|2: Bob", ""),
                row("a doubled quote", "1,\"Ann \"\"A\"\" Lee\"\n2,Bob\n", "1: Ann \"A\" Lee|2: Bob", ""),
                row("a quote within a value", "1,Ann \"A\" Lee\n2,5\" Bob\n", "1: Ann \"A\" Lee|2: 5\" Bob", ""),
                row("blank lines", "\n1,Ann\n\n  \n2,Bob\n\n\n", "1: Ann|2: Bob", ""),
                row("rows of nothing but separators", "1,Ann\n,\n2,Bob\n,\n", "1: Ann|2: Bob", ""),
                row("no line end at the end", "1,Ann\n2,Bob", "1: Ann|2: Bob", ""),
                row("an empty value at the end", "1,Ann\n2,", "1: Ann|2: null", ""),
                row("a quote never closed", "1,Ann\n2,\"Bob\n3,Cid\n4,Dan\n", "1: Ann|3: Cid|4: Dan", "3"),
                row("a quote never closed in the last line", "1,Ann\n2,\"Bob", "1: Ann", "3"),
                row("a quote never closed before a quoted value", "1,\"Ann\n2,\"Bob\"\n3,Cid\n", "2: Bob|3: Cid", "2"),
                row("two lines that are one row by all rules", "1,\"Ann\n2,\"\n3,Cid\n", "1: Ann\n2,|3: Cid", ""),
                row("a quote never closed that makes a row too long", "1,\"Ann\n2,\",\"Bob\"\n3,Cid\n", "3: Cid",
                        "2 3"),
                row("text after a closing quote", "1,\"Ann\" Lee\n2,Bob\n", "2: Bob", "2"),
                row("text after the closing quote of several lines", "1,\"Ann\nLee\" x\n3,Cid\n", "3: Cid", "2 3"),
                row("a broken value after a good one of several lines", "\"1\n1\",\"Ann\n2,Bob\n", "2: Bob", "3"),
                row("two bad rows one after the other", "1,\"Ann\" x\n2,\"Bob\" y\n3,Cid\n", "3: Cid", "2 3"),
                row("too few columns", "1\n2,Bob\n", "2: Bob", "2"),
                row("too many columns", "1,Ann,Lee\n2,Bob\n", "2: Bob", "2"),
                row("lines that end in CRLF", "1,Ann\r\n2,\"Bob\r\n3,Cid\r\n", "1: Ann|3: Cid", "3"),
                row("lines that end in CR", "1,Ann\r2,\"Bob\" x\r3,Cid\r", "1: Ann|3: Cid", "3"));
    }

    private static Arguments row(String what, String rows, String objects, String badLines) {
        return Arguments.of(what, rows, objects, badLines);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void badQuoting(String what, String rows, String objects, String badLines) {
        Reading reading = Reading.of(folder, "id,name\n" + rows, Reading.people(Reading.NAME));
        assertEquals(split(objects, "\\|"), reading.names());
        assertEquals(
                split(badLines, " ").stream().map(line -> "MALFORMED_ROW null null hr.csv:" + line).toList(),
                reading.errorPlaces());
    }

    private static List<String> split(String text, String separator) {
        return text.isEmpty() ? List.of() : List.of(text.split(separator));
    }

    @Test
    void aQuoteThatWouldSwallowManyLinesIsBroken() {
        StringBuilder rows = new StringBuilder("id,name\n0,\"open\n");
        for (int row = 1; row <= 100_000; row++) {
            rows.append(row).append(",Person\n");
        }
        rows.append("last,\"closed\"\n");
        Reading reading = Reading.of(folder, rows.toString(), Reading.people(Reading.NAME));
        assertEquals(100_001, reading.objects().size());
        assertEquals(List.of("MALFORMED_ROW null null hr.csv:2"), reading.errorPlaces());
    }

    @Test
    void aQuotedValueMayBeLong() {
        String value = "line\n".repeat(200) + "x".repeat(200_000);
        Reading reading =
                Reading.of(folder, "id,name\n1,\"" + value + "\"\n2,Bob\n3,\"x\" y\n", Reading.people(Reading.NAME));
        assertEquals(List.of("1: " + value, "2: Bob"), reading.names());
        assertEquals(List.of("MALFORMED_ROW null null hr.csv:204"), reading.errorPlaces());
    }

    @Test
    void saysHowManyColumnsThereAre() {
        Reading reading = Reading.of(folder, "id,name\n1\n", Reading.people(Reading.NAME));
        assertEquals(
                "hr.csv, line 2: the row has 1 column instead of 2. Is a separator missing, or a value with a separator not quoted?",
                reading.onlyMessage());
    }

    @Test
    void aRowWithoutKeyIsReportedAndTheOthersGoOn() {
        Reading reading = Reading.of(folder, "id,name\n1,Ann\n,Bob\n3,Cid\n", Reading.people(Reading.NAME));
        assertEquals(List.of("1: Ann", "3: Cid"), reading.names());
        assertEquals(List.of("MISSING_ANCHOR employee null hr.csv:3"), reading.errorPlaces());
        assertTrue(reading.onlyMessage().contains("the key (id) is empty"), reading.onlyMessage());
    }

    @Test
    void theFirstOfTwoRowsWithTheSameKeyWinsAndBothLinesAreNamed() {
        Reading reading = Reading.of(folder, "id,name\n1,Ann\n2,Bob\n1,Anna\n1,Anne\n", Reading.people(Reading.NAME));
        assertEquals(List.of("1: Ann", "2: Bob"), reading.names());
        assertEquals(List.of("DUPLICATE_ANCHOR employee 1 hr.csv:4", "DUPLICATE_ANCHOR employee 1 hr.csv:5"),
                reading.errorPlaces());
        assertTrue(reading.errors().getFirst().message()
                .startsWith("hr.csv, line 4: the key (id) '1' stands already in line 2"));
    }

    @Test
    void manyKeysAreTakenForDifferentOnes() {
        StringBuilder rows = new StringBuilder("id,name\n");
        for (int row = 0; row < 200_000; row++) {
            rows.append(row).append(",Person\n");
        }
        Reading reading = Reading.of(folder, rows.append("77,Again\n").toString(), Reading.people(Reading.NAME));
        assertEquals(200_000, reading.objects().size());
        assertTrue(reading.onlyMessage().contains("already in line 79,"), reading.onlyMessage());
    }

    @Test
    void undecodableBytesConcernTheirRowOnly() {
        byte[] bytes = "id,name\n1,Ann\n2,Zo\u00EB\n3,Cid\n".getBytes(StandardCharsets.ISO_8859_1);
        Reading reading = Reading.of(folder, bytes, Map.of(), Reading.people(Reading.NAME));
        assertEquals(List.of("1: Ann", "3: Cid"), reading.names());
        assertEquals(List.of("UNDECODABLE employee 2 hr.csv:3"), reading.errorPlaces());
        assertEquals(
                "hr.csv, line 3: the record has bytes that are no UTF-8. Correct them, or the setting 'encoding'.",
                reading.onlyMessage());
    }

    @Test
    void anUndecodableKeyIsNotGuessed() {
        byte[] bytes = "id,name\n\u00EB,Ann\n2,Bob\n".getBytes(StandardCharsets.ISO_8859_1);
        Reading reading = Reading.of(folder, bytes, Map.of(), Reading.people(Reading.NAME));
        assertEquals(List.of("UNDECODABLE null null hr.csv:2"), reading.errorPlaces());
    }

    @Test
    void everyBadValueOfARowIsNamedAndTheObjectStaysAsItWas() {
        AttributeDefinition hired = AttributeDefinition.single("hired", AttributeType.DATE);
        AttributeDefinition level = AttributeDefinition.single("level", AttributeType.INTEGER);
        Reading reading = Reading.of(
                folder, "id,hired,level\n1,2006-01-28,3\n2,2006-02-30,high\n", Reading.people(hired, level));
        assertEquals(List.of("1"), reading.anchors());
        assertEquals(List.of("INVALID_ATTRIBUTE_VALUE employee 2 hr.csv:3"), reading.errorPlaces());
        assertEquals(
                "hr.csv, line 3: column 'hired': '2006-02-30' is not a date such as 2006-01-28 or 2006-01-28T08:30:00Z;"
                        + " column 'level': 'high' is not a whole number such as 42. Correct it; the object stays as it was.",
                reading.onlyMessage());
    }

    @Test
    void aSensitiveValueIsNotShown() {
        AttributeDefinition pin = new AttributeDefinition("pin", AttributeType.INTEGER, false, false, true);
        Reading reading = Reading.of(folder, "id,pin\n1,secret\n", Reading.people(pin));
        assertFalse(reading.onlyMessage().contains("secret"), reading.onlyMessage());
        assertTrue(reading.onlyMessage().contains("column 'pin'"), reading.onlyMessage());
    }

    @Test
    void aFilterThatFailsConcernsItsRowOnly() {
        Reading reading = Reading.of(
                folder,
                "id,name\n1,Ann\n2,Bob\n",
                Reading.filtered(Reading.people(Reading.NAME), column -> "Ann".equals(column.apply("name")) || fail()));
        assertEquals(List.of("1: Ann"), reading.names());
        assertEquals(List.of("INVALID_ATTRIBUTE_VALUE employee 2 hr.csv:3"), reading.errorPlaces());
    }

    private static boolean fail() {
        throw new IllegalStateException("no such table");
    }
}
