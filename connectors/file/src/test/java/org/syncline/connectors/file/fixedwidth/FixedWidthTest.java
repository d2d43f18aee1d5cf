package org.syncline.connectors.file.fixedwidth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.connectors.file.Reading;
import org.syncline.connectors.file.Staff;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.schema.identity.AttributeType;

/** How lines of fixed columns are read and written. */
class FixedWidthTest {
    private static final String COLUMNS = "id 1-4 right 0, name 6-13, mail 14-23";

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("hr.csv");
    }

    private Connector open(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("columns", COLUMNS));
        settings.putAll(more);
        return Reading.open(new FixedWidthConnectorFactory(), folder, settings, Staff.PEOPLE);
    }

    private Reading read(String text, Map<String, String> more) throws IOException {
        Files.writeString(file(), text);
        return Reading.of(open(more));
    }

    private List<ExportResult> export(Map<String, String> more, ExportOperation... operations) {
        try (Connector connector = open(more)) {
            return connector.export(List.of(operations));
        }
    }

    @Test
    void theConnectorIsFoundByItsType() {
        assertTrue(ServiceLoader.load(ConnectorFactory.class).stream()
                .anyMatch(found -> found.get().type().equals("fixed-width")));
    }

    @Test
    void readsWhatStandsInItsPlaceWithoutThePadding() throws IOException {
        Reading reading = read("0042 Ann Lee a@x;b@x   \n0000xBob               \n\n", Map.of());
        assertEquals(List.of("42: Ann Lee", "0: Bob"), reading.names());
        assertEquals(2, reading.objects().getFirst().attributes().get("mail").asList().size());
        assertEquals(List.of(), reading.errors());
    }

    @Test
    void countsCharactersAndNotTheirParts() throws IOException {
        assertEquals(List.of("1: 😀 Zoë", "2: 李小龍"),
                read("0001 😀 Zoë   x         \n0002 李小龍     y         \n", Map.of()).names());
    }

    @Test
    void aTornLineIsOneErrorAndTheOthersGoOn() throws IOException {
        Reading reading = read("0001 Ann               \r\n0002 Bo\r\n0003 Cid               \r\n", Map.of());
        assertEquals(List.of("1: Ann", "3: Cid"), reading.names());
        assertEquals(List.of("MALFORMED_ROW null null hr.csv:2"), reading.errorPlaces());
        assertTrue(reading.onlyMessage().startsWith("hr.csv, line 2: the line has 7 characters instead of 23."),
                reading.onlyMessage());
    }

    @Test
    void shortLinesCanBeAccepted() throws IOException {
        assertEquals(List.of("1: Ann", "2: null"), read("0001 Ann\n0002\n", Map.of("short-lines", "accept")).names());
    }

    @Test
    void bytesThatAreNotOfTheEncodingCostTheirLineOnly() throws IOException {
        Files.write(file(), "0001 Zoë               \n0002 Bob               \n".getBytes(StandardCharsets.ISO_8859_1));
        Reading reading = Reading.of(open(Map.of()));
        assertEquals(List.of("2: Bob"), reading.names());
        assertEquals(List.of("UNDECODABLE employee 1 hr.csv:1"), reading.errorPlaces());
    }

    @Test
    void aHeadingIsNoRecordAndIsWrittenIntoANewFile() throws IOException {
        Map<String, String> header = Map.of("header", "true");
        export(header, Staff.add("7", "Ann"));
        assertEquals("00id name    mail      \n0007 Ann               \n", Files.readString(file()));
        assertEquals(List.of("7: Ann"), Reading.of(open(header)).names());
    }

    @Test
    void leavesEverythingItDoesNotConcernAsItStands() throws IOException {
        String before = "0001?Ann     a@x       !tail\r\nshort\r\n\r\n0002?Bob     b@x       !tail\r\n";
        Files.writeString(file(), before);
        export(Map.of(), Staff.rename("2", "Bob", "Bobby"), Staff.add("3", "Cid"))
                .forEach(result -> assertInstanceOf(ExportResult.Accepted.class, result));
        assertEquals(before.replace("Bob  ", "Bobby") + "0003 Cid               \r\n", Files.readString(file()));
        assertEquals(before, Files.readString(folder.resolve("hr.csv.bak")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"Alexandra,at most 8 characters", "\"Ann\nLee\",no line break",
                    "\"Ann \",no ' ' at the end"})
    void whatDoesNotFitIntoItsPlaceIsRefused(String name, String why) throws IOException {
        Files.writeString(file(), "0001 Ann               \n");
        List<ExportResult> results = export(Map.of(), Staff.rename("1", "Ann", name), Staff.add("2", "Bob"));
        ExportResult.Rejected rejected = assertInstanceOf(ExportResult.Rejected.class, results.getFirst());
        assertEquals(ExportResult.Code.CONSTRAINT_VIOLATION, rejected.code());
        assertEquals("name", rejected.attribute());
        assertTrue(rejected.message().contains(why), rejected.message());
        assertEquals("0001 Ann               \n0002 Bob               \n", Files.readString(file()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"columns|id|does not say where a column stands",
                    "columns|id 4-1|ends before it begins", "columns|id 0-4|ends before it begins",
                    "columns|id 1-4, name 4-9|share character 4", "short-lines|ignore|Write error or accept"})
    void aSettingThatMakesNoSenseIsRefused(String setting, String value, String message) {
        ConnectorException refused = assertThrows(ConnectorException.class, () -> open(Map.of(setting, value)));
        assertEquals(ConnectorException.Code.INVALID_SETTING, refused.code());
        assertTrue(refused.getMessage().startsWith("Connector 'hr': setting "), refused.getMessage());
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @Test
    void anEmptyFileIsAnErrorUnlessExportsAloneCreateIt() throws IOException {
        assertEquals(ConnectorException.Code.NO_START_CONNECTION,
                assertThrows(ConnectorException.class, () -> read("\n", Map.of())).code());
        assertEquals(List.of(), read("", Map.of("missing-file", "empty")).names());
    }

    @Test
    void discoversTypesOfTheDeclaredColumns() throws IOException {
        Files.writeString(file(), "0001 Ann     28.01.2006\n0002 Bob     01.02.2006\n");
        ConnectorSettings settings = new ConnectorSettings("hr", folder,
                Map.of("file", "hr.csv", "columns", "id 1-4, name 6-13, hired 14-23"), Map.of(), List.of());
        try (Discovery discovery = new FixedWidthConnectorFactory().discover(settings)) {
            OfferedAttribute hired = discovery.types().getFirst().attribute("hired").orElseThrow();
            assertEquals(AttributeType.DATE, hired.type());
            assertEquals("dd.MM.yyyy", hired.format());
            assertEquals("id", discovery.types().getFirst().anchors().getFirst());
        }
    }
}
