package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A row that cannot be read is reported with its line; its person stays as she is, and everybody else goes on. */
class AdventureWorksBadRowsIT {
    private static final String SANDRA = "75";
    private static final String FRANCOIS = "120";
    private static final String JOSE = "288";

    @TempDir
    private static Path temporary;

    private static AdventureWorks loaded;

    @TempDir
    private Path own;

    private AdventureWorks works;
    private byte[] whole;

    @BeforeAll
    static void load() {
        loaded = AdventureWorks.in(temporary.resolve("works")).loaded();
    }

    @BeforeEach
    void changeSomebodyElse() {
        works = loaded.copyTo(own.resolve("works"));
        works.hr().change(FRANCOIS, "FirstName", "Françoise");
        works.hr().change(FRANCOIS, "LastName", "Ajenstat-Müller");
        whole = works.hr().bytes();
    }

    @Test
    void aRowWithoutAKey() {
        breakRow(row -> row.replaceFirst("^75", ""));
        reports("missing-anchor", "the key (EmployeeKey) is empty");
    }

    @Test
    void aRowWithTheKeyOfAnother() {
        breakRow(row -> row.replaceFirst("^75", "1").replace(",Production,", ",Marketing,"));
        reports("duplicate-anchor", "the key (EmployeeKey) '1' stands already in line 2");
    }

    @Test
    void aQuoteThatIsNeverClosed() {
        breakRow(row -> row.replace(",Sandra,", ",\"Sandra,"));
        reports("malformed-row", "quot");
    }

    @Test
    void aQuoteInTheMidst() {
        breakRow(row -> row.replace(",Sandra,", ",\"San\"dra,"));
        reports("malformed-row", "quot");
    }

    @Test
    void aRowWithOneCellMore() {
        breakRow(row -> row.replace(",Sandra,", ",Sandra,Maria,"));
        reports("malformed-row", "18 columns instead of 17");
    }

    @Test
    void aDateThatIsNone() {
        breakRow(row -> row.replace(",2008-07-26,", ",26 July 2008,"));
        reports("invalid-attribute-value", "26 July 2008");
    }

    @Test
    void aRowInAnotherEncoding() {
        int line = works.hr().lineOf(SANDRA);
        List<String> lines = works.hr().lines();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int index = 0; index < lines.size(); index++) {
            bytes.writeBytes((lines.get(index) + "\r\n").getBytes(
                    index + 1 == line ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
        }
        works.hr().write(bytes.toByteArray());
        reports("undecodable", "UTF-8");
    }

    @Test
    void whoIsGoneGoesWhenEveryRowCanBeRead() {
        works.folder().run().endedWith(0);
        works.hr().delete(JOSE);
        whole = works.hr().bytes();
        breakRow(row -> row.replaceFirst("^75", ""));
        assertEquals(0, works.folder().run().endedWith(1).written());
        works.hr().write(whole);
        DirectoryContent before = works.directory();
        works.folder().run().endedWith(0);
        new DirectoryChanges(before, works.directory()).areThoseOf("deleted-when-readable.ldif");
    }

    private void breakRow(UnaryOperator<String> change) {
        works.hr().replace(SANDRA, change);
    }

    private void reports(String code, String complaint) {
        DirectoryContent before = works.directory();
        Command run = works.folder().run().endedWith(1);
        assertEquals("completed-discovery-errors", run.result("hr", "full-import"));
        isTheError(run.lines().stream().flatMap(step -> step.path("errors").valueStream()).toList(), code, complaint);
        new DirectoryChanges(before, works.directory()).areThoseOf("rename.ldif");
        isTheError(shownErrors(), code, complaint);
        staysSo();
        isForgottenOnceMended();
    }

    private List<JsonNode> shownErrors() {
        return works.folder().show("errors").endedWith(0).lines().stream()
                .filter(line -> line.hasNonNull("code"))
                .toList();
    }

    private static void isTheError(List<JsonNode> errors, String code, String complaint) {
        assertEquals(1, errors.size(), errors::toString);
        assertEquals(code, errors.getFirst().path("code").asString());
        String message = errors.getFirst().path("message").asString();
        assertTrue(message.startsWith("data/employees.csv, line 76: "), message);
        assertTrue(message.contains(complaint), message);
    }

    private void staysSo() {
        Command again = works.folder().run().endedWith(1);
        assertEquals(0, again.written(), again::toString);
    }

    private void isForgottenOnceMended() {
        works.hr().write(whole);
        Command mended = works.folder().run().endedWith(0);
        assertEquals(0, mended.written(), mended::toString);
        assertEquals(List.of(), shownErrors());
    }
}
