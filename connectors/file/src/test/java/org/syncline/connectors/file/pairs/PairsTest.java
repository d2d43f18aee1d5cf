package org.syncline.connectors.file.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.file.Reading;
import org.syncline.connectors.file.Staff;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.schema.identity.AttributeType;

/** How records of names and values are read and written. */
class PairsTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("hr.csv");
    }

    private Connector open() {
        return Reading.open(new PairsConnectorFactory(), folder, Map.of(), Staff.PEOPLE);
    }

    private Reading read(String text) throws IOException {
        Files.writeString(file(), text);
        return Reading.of(open());
    }

    private List<ExportResult> export(ExportOperation... operations) {
        try (Connector connector = open()) {
            return connector.export(List.of(operations));
        }
    }

    @Test
    void theConnectorIsFoundByItsType() {
        assertTrue(ServiceLoader.load(ConnectorFactory.class).stream()
                .anyMatch(found -> found.get().type().equals("attribute-value-pairs")));
    }

    @Test
    void blankLinesSeparateRecordsAndRepeatedLinesAreSeveralValues() throws IOException {
        Reading reading =
                read("\n\nid: 1\nname:Ann\nmail: a@x\nother: ?\nmail: b@x\n\n \r\nname: Bob: Jr\nid : 2\nmail:\n");
        assertEquals(List.of("1: Ann", "2: Bob: Jr"), reading.names());
        assertEquals(2, reading.objects().getFirst().attributes().get("mail").asList().size());
        assertEquals(List.of(), reading.errors());
    }

    @Test
    void aTornLineCostsItsRecordOnlyAndIsNamed() throws IOException {
        Reading reading = read("id: 1\nname: Ann\n\nid: 2\nnam\n\nid: 3\nname: Cid\n");
        assertEquals(List.of("1: Ann", "3: Cid"), reading.names());
        assertEquals(List.of("MALFORMED_ROW null null hr.csv:5"), reading.errorPlaces());
    }

    @Test
    void aSingleValueThatStandsTwiceIsAnError() throws IOException {
        Reading reading = read("id: 1\nname: Ann\nname: Anna\n");
        assertEquals(List.of("INVALID_ATTRIBUTE_VALUE employee 1 hr.csv:1"), reading.errorPlaces());
        assertTrue(reading.onlyMessage().contains("column 'name' has several values"), reading.onlyMessage());
    }

    @Test
    void bytesThatAreNotOfTheEncodingCostTheirRecordOnly() throws IOException {
        Files.write(file(), "id: 1\nname: Zoë\n\nid: 2\nname: Bob\n".getBytes(StandardCharsets.ISO_8859_1));
        Reading reading = Reading.of(open());
        assertEquals(List.of("2: Bob"), reading.names());
        assertEquals(List.of("UNDECODABLE employee 1 hr.csv:1"), reading.errorPlaces());
    }

    @Test
    void leavesEverythingItDoesNotConcernAsItStands() throws IOException {
        String before =
                "id:1\r\nname : Ann\r\n\r\n\r\nx: y\r\nid: 2\r\nname: Bob\r\nmail: b@x\r\n\r\ntorn\r\n\r\nid: 3";
        Files.writeString(file(), before);
        export(Staff.rename("2", "Bob", "Bobby"), Staff.rename("3", null, "Cid"), Staff.add("4", "Dan", "d@x", "e@x"))
                .forEach(result -> assertInstanceOf(ExportResult.Accepted.class, result));
        assertEquals(before.replace("name: Bob", "name: Bobby") + "\r\nname: Cid\r\n\r\n"
                + "id: 4\r\nname: Dan\r\nmail: d@x\r\nmail: e@x\r\n", Files.readString(file()));
        assertEquals(before, Files.readString(folder.resolve("hr.csv.bak")));
    }

    @Test
    void addingAndDeletingLeavesNoTrace() throws IOException {
        String before = "id: 1\nname: Ann\n\n";
        Files.writeString(file(), before);
        export(Staff.add("2", "Bob"));
        export(Staff.delete("2"));
        assertEquals(before, Files.readString(file()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann\nLee", "Ann\nmail: boss@x", "Ann\n\nid: 9", "Ann\rLee"})
    void aValueOfSeveralLinesIsRefused(String name) throws IOException {
        Files.writeString(file(), "id: 1\nname: Ann\n");
        ExportResult.Rejected rejected =
                assertInstanceOf(ExportResult.Rejected.class, export(Staff.rename("1", "Ann", name)).getFirst());
        assertEquals(ExportResult.Code.CONSTRAINT_VIOLATION, rejected.code());
        assertTrue(rejected.message().contains("without line breaks"), rejected.message());
        assertEquals("id: 1\nname: Ann\n", Files.readString(file()));
    }

    @Test
    void discoversTheNamesThatOccur() throws IOException {
        Files.writeString(file(), "id: a\nmail: x\nmail: y\n\nid: b\nhired: 2006-01-28\n");
        ConnectorSettings settings =
                new ConnectorSettings("hr", folder, Map.of("file", "hr.csv"), Map.of(), List.of());
        try (Discovery discovery = new PairsConnectorFactory().discover(settings)) {
            OfferedType type = discovery.types().getFirst();
            assertEquals(List.of("id"), type.anchors());
            assertTrue(type.attribute("mail").orElseThrow().multiValued());
            assertEquals(AttributeType.DATE, type.attribute("hired").orElseThrow().type());
        }
    }
}
