package org.syncline.connectors.file.delimited;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.connectors.file.Staff.PEOPLE;
import static org.syncline.connectors.file.Staff.add;
import static org.syncline.connectors.file.Staff.delete;
import static org.syncline.connectors.file.Staff.rename;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.file.Reading;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** What an export makes of a file, and what it leaves alone. */
class RewrittenFilesTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("hr.csv");
    }

    private List<ExportResult> export(Map<String, String> settings, ExportOperation... operations) {
        return export(settings, PEOPLE, operations);
    }

    private List<ExportResult> export(Map<String, String> settings, ObjectTypeSettings type,
            ExportOperation... operations) {
        try (Connector connector = Reading.open(folder, settings, type)) {
            return connector.export(List.of(operations));
        }
    }

    @Test
    void leavesEverythingItDoesNotConcernAsItStands() throws IOException {
        String before =
                "title,\"id\",name,mail,note\r\nBoss,1,\"Ann\",a@x,\"of\r\nYork\"\r\n\r\nbad \"row\"\r\n,2,Bob,\"b@x;c@x\",'\r\n,3,\"Cid\" x,,\r\n";
        Files.writeString(file(), before);
        export(Map.of(), rename("2", "Bob", "Bob, Jr."), add("4", "Dan"))
                .forEach(result -> assertInstanceOf(ExportResult.Accepted.class, result));
        String after = before.replace("2,Bob,\"b@x;c@x\"", "2,\"Bob, Jr.\",b@x;c@x") + ",4,Dan,,\r\n";
        assertEquals(after, Files.readString(file()));
        assertEquals(before, Files.readString(folder.resolve("hr.csv.bak")));
    }

    @Test
    void keepsEncodingAndByteOrderMark() throws IOException {
        Files.writeString(file(), "\uFEFFid\tname\tmail\n1\tZoë\t\n", StandardCharsets.UTF_16LE);
        export(Map.of("separator", "tab"), add("2", "李\t小龍"));
        assertEquals("\uFEFFid\tname\tmail\n1\tZoë\t\n2\t\"李\t小龍\"\t\n",
                Files.readString(file(), StandardCharsets.UTF_16LE));
    }

    @Test
    void refusesAValueTheEncodingCannotHold() throws IOException {
        Charset latin = StandardCharsets.ISO_8859_1;
        Files.writeString(file(), "id,name,mail\n1,Zoë,\n", latin);
        List<ExportResult> results = export(Map.of("encoding", "ISO-8859-1"), add("2", "李小龍"), add("3", "Chloë"));
        ExportResult.Rejected rejected = assertInstanceOf(ExportResult.Rejected.class, results.getFirst());
        assertEquals(ExportResult.Code.CONSTRAINT_VIOLATION, rejected.code());
        assertEquals("name", rejected.attribute());
        assertEquals("id,name,mail\n1,Zoë,\n3,Chloë,\n", Files.readString(file(), latin));
    }

    @Test
    void refusesToWriteAFileItCannotDecode() throws IOException {
        Files.writeString(file(), "id,name,mail\n1,Zoë,\n", StandardCharsets.ISO_8859_1);
        ConnectorException refused = assertThrows(ConnectorException.class, () -> export(Map.of(), add("2", "Bob")));
        assertTrue(refused.getMessage().startsWith("hr.csv, line 2: the record has bytes that are no UTF-8"),
                refused.getMessage());
        assertEquals("id,name,mail\n1,Zoë,\n", Files.readString(file(), StandardCharsets.ISO_8859_1));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void refusesToWriteAFileWithARowItCannotHold() throws IOException {
        String before = "id,name,mail\n1," + "x".repeat(RowSplitter.MOST_CHARACTERS + 100_000) + ",\n";
        Files.writeString(file(), before);
        ConnectorException refused = assertThrows(ConnectorException.class, () -> export(Map.of(), add("2", "Bob")));
        assertTrue(refused.getMessage().startsWith("hr.csv, line 2: The row is longer than"), refused.getMessage());
        assertEquals(before.length(), Files.size(file()));
    }

    @Test
    void createsTheFileWithItsHeader() throws IOException {
        export(Map.of(), add("1", "Ann", "a@x", "b@x"));
        assertEquals("id,name,mail\n1,Ann,a@x;b@x\n", Files.readString(file()));
    }

    @Test
    void createsAFileWithoutHeaderByTheColumnsOfTheSetting() throws IOException {
        export(Map.of("header", "false", "columns", "mail,id,other,name"), add("1", "Ann"));
        assertEquals(",1,,Ann\n", Files.readString(file()));
    }

    @Test
    void aFileWithoutHeaderCanLoseItsLastRow() throws IOException {
        Map<String, String> settings = Map.of("header", "false", "columns", "id,name,mail", "missing-file", "empty");
        export(settings, add("1", "Ann"));
        export(settings, delete("1"));
        assertEquals("", Files.readString(file()));
        assertEquals(List.of(), Reading.of(Reading.open(folder, settings, PEOPLE)).names());
        export(settings, add("2", "Bob"));
        assertEquals("2,Bob,\n", Files.readString(file()));
    }

    @Test
    void aFileThatVanishedIsNotBegunAnew() throws IOException {
        export(Map.of(), add("1", "Ann"));
        export(Map.of(), add("2", "Bob"));
        Files.delete(file());
        ConnectorException lost = assertThrows(ConnectorException.class, () -> export(Map.of(), add("3", "Cid")));
        assertEquals(ConnectorException.Code.NO_START_CONNECTION, lost.code());
        assertTrue(lost.getMessage().contains("hr.csv.bak"), lost.getMessage());
        Connector connector = Reading.open(folder, Map.of("missing-file", "empty"), PEOPLE);
        assertThrows(ConnectorException.class, () -> Reading.of(connector));
    }

    @Test
    void aFileThatOnlyExportsCreateMayBeMissing() {
        Connector connector = Reading.open(folder, Map.of("missing-file", "empty"), PEOPLE);
        assertEquals(List.of(), Reading.of(connector).objects());
        connector.export(List.of(add("1", "Ann")));
        assertEquals(List.of("1: Ann"), Reading.of(connector).names());
    }

    @Test
    void aMissingFolderIsNotMadeUp() {
        ConnectorException missing =
                assertThrows(ConnectorException.class, () -> export(Map.of("file", "no/such/hr.csv"), add("1", "Ann")));
        assertEquals(ConnectorException.Code.NO_START_CONNECTION, missing.code());
    }

    @Test
    void addsBehindALastRowWithoutLineEnd() throws IOException {
        Files.writeString(file(), "id,name,mail\n1,Ann,");
        export(Map.of(), add("2", "Bob"));
        assertEquals("id,name,mail\n1,Ann,\n2,Bob,\n", Files.readString(file()));
    }

    @Test
    void doesNotTouchTheFileWhenNothingChanges() throws IOException {
        Files.writeString(file(), "id,name,mail\n1,\"Ann\",\n");
        FileTime before = Files.getLastModifiedTime(file());
        List<ExportResult> results = export(Map.of(), delete("2"), add("1", "Ann"));
        results.forEach(result -> assertInstanceOf(ExportResult.Rejected.class, result));
        assertEquals(before, Files.getLastModifiedTime(file()));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void carriesOutSeveralOperationsOnOneRowInTheirOrder() throws IOException {
        Files.writeString(file(), "id,name,mail\n1,Ann,\n");
        List<ExportResult> results =
                export(Map.of(), rename("1", "Ann", "Anna"), delete("1"), delete("1"), add("1", "Anne"),
                        rename("1", "Anne", "Annie"), add("2", "Bob"));
        assertInstanceOf(ExportResult.Rejected.class, results.get(2));
        assertEquals(5, results.stream().filter(ExportResult.Accepted.class::isInstance).count());
        assertEquals("id,name,mail\n1,Annie,\n2,Bob,\n", Files.readString(file()));
    }

    @Test
    void deletesEveryRowOfAKeyOrTheObjectWouldComeBack() throws IOException {
        Files.writeString(file(), "id,name,mail\n1,Ann,\n2,Bob,\n1,Anna,\n");
        export(Map.of(), delete("1"));
        assertEquals("id,name,mail\n2,Bob,\n", Files.readString(file()));
    }

    @Test
    void aValueThatHoldsTheValueSeparatorIsRefused() throws IOException {
        Files.writeString(file(), "id,name,mail\n");
        ExportResult.Rejected rejected =
                assertInstanceOf(ExportResult.Rejected.class,
                        export(Map.of(), add("1", "Ann; Lee", "a;b@x")).getFirst());
        assertEquals("mail", rejected.attribute());
        assertEquals("id,name,mail\n", Files.readString(file()));
    }

    @Test
    void nothingIsWrittenAsTheNullText() throws IOException {
        Files.writeString(file(), "id,name,mail,other\n");
        List<ExportResult> results = export(Map.of("null-text", "NULL"), add("1", null), add("2", "NULL"));
        assertInstanceOf(ExportResult.Rejected.class, results.get(1));
        assertEquals("id,name,mail,other\n1,NULL,NULL,\n", Files.readString(file()));
    }

    @Test
    void aRowWithoutKeyOrOneTheFilterWouldNotReadIsRefused() throws IOException {
        Files.writeString(file(), "id,name,mail\n");
        ObjectTypeSettings named = Reading.filtered(PEOPLE, column -> column.apply("name") != null);
        List<ExportResult> results = export(Map.of(), named, add(null, "Ann"), add("1", null));
        results.forEach(result -> assertEquals(
                ExportResult.Code.CONSTRAINT_VIOLATION, assertInstanceOf(ExportResult.Rejected.class, result).code()));
        assertEquals("id,name,mail\n", Files.readString(file()));
    }

    @Test
    void theKeyOfARowCannotChange() throws IOException {
        Files.writeString(file(), "id,name,mail\n1,Ann,\n");
        Delta.AttributeChange key =
                new Delta.AttributeChange(1, List.of(new TextValue("2")), List.of(new TextValue("1")));
        ExportResult result = export(
                Map.of(), new ExportOperation.Update("employee", new Anchor("1"), null, List.of(key), null)).getFirst();
        assertEquals(ExportResult.Code.CONSTRAINT_VIOLATION,
                assertInstanceOf(ExportResult.Rejected.class, result).code());
    }

    @Test
    void collectedObjectsAreNotWritten() throws IOException {
        Files.writeString(file(), "id,name,mail,dept\n1,Ann,,IT\n");
        ObjectType department =
                ObjectType.ofConnectorSpace("department", AttributeDefinition.multi("id", AttributeType.REFERENCE));
        ExportOperation delete = new ExportOperation.Delete("department", new Anchor("IT"), null);
        ExportResult result = export(Map.of(), Reading.collected(department, "dept"), delete).getFirst();
        assertEquals(ExportResult.Code.NOT_SUPPORTED, assertInstanceOf(ExportResult.Rejected.class, result).code());
    }

    @Test
    void keepsPermissionsAndFollowsALink() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real")).resolve("people.csv");
        Files.writeString(real, "id,name,mail\n");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw----"));
        Files.createSymbolicLink(file(), real);
        export(Map.of(), add("1", "Ann"));
        assertTrue(Files.isSymbolicLink(file()));
        assertEquals("id,name,mail\n1,Ann,\n", Files.readString(real));
        assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(real)));
        assertFalse(Files.exists(folder.resolve("hr.csv.bak")));
    }

    @Test
    void anExportOfManyRowsIsReadBackCompletely() throws IOException {
        Files.writeString(file(), "id,name,mail\n");
        ExportOperation[] adds = new ExportOperation[2_000];
        for (int number = 0; number < adds.length; number++) {
            adds[number] = add(Integer.toString(number), "Person, \"number\" " + number, "p" + number + "@x",
                    "q" + number + "@x");
        }
        export(Map.of(), adds).forEach(result -> assertInstanceOf(ExportResult.Accepted.class, result));
        assertEquals(2_000, Reading.of(Reading.open(folder, Map.of(), PEOPLE)).objects().size());
    }
}
