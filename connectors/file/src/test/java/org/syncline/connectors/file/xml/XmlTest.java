package org.syncline.connectors.file.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.file.Reading;
import org.syncline.connectors.file.Staff;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.schema.identity.AttributeType;

/** How documents are read and written. */
class XmlTest {
    private static final Map<String, String> PATHS =
            Map.of("id", "@id", "name", "name/given", "mail", "contact/mails/mail");
    private static final ObjectTypeSettings PEOPLE = Reading.with(Staff.PEOPLE,
            each -> new AttributeSettings(each.name(), PATHS.get(each.name()), null, null, null));
    private static final String DOCUMENT = """
            <?xml version="1.0"?>
            <!-- staff > of us -->
            <company>
              <staff>
                <person grade='7' id = "1">
                  <name><family>Lee</family><given>Ann</given></name>
                  <!-- <person> of old -->
                  <contact>
                    <mails>
                      <mail>a@x</mail>
                      <mail kind="home">b@x</mail>
                    </mails>
                  </contact>
                  <note><![CDATA[</person>]]></note>
                </person>
                <person id="2"><name><given>Bob &amp; Co</given></name></person>
              </staff>
              <other/>
            </company>
            """;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("hr.csv");
    }

    private Connector open() {
        return Reading.open(new XmlConnectorFactory(), folder, Map.of("record", "/company/staff/person"), PEOPLE);
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

    private String exported(String before, ExportOperation... operations) throws IOException {
        Files.writeString(file(), before);
        export(operations).forEach(result -> assertInstanceOf(ExportResult.Accepted.class, result));
        assertEquals(before, Files.readString(folder.resolve("hr.csv.bak")));
        return Files.readString(file());
    }

    private ConnectorException refused(String text) {
        return assertThrows(ConnectorException.class, () -> read(text));
    }

    @Test
    void theConnectorIsFoundByItsType() {
        assertTrue(ServiceLoader.load(ConnectorFactory.class).stream()
                .anyMatch(found -> found.get().type().equals("xml")));
    }

    @Test
    void pathsLeadToRecordsAndTheirValues() throws IOException {
        Reading reading = read(DOCUMENT);
        assertEquals(List.of("1: Ann", "2: Bob & Co"), reading.names());
        assertEquals(2, reading.objects().getFirst().attributes().get("mail").asList().size());
        assertEquals(List.of(), reading.errors());
    }

    @Test
    void tagsThatDoNotMatchCostTheirRecordOnly() throws IOException {
        Reading reading = read(DOCUMENT.replace("<family>Lee</family>", "<family>\n<br>Lee</family>"));
        assertEquals(List.of("2: Bob & Co"), reading.names());
        assertEquals(List.of("MALFORMED_ROW null null hr.csv:7"), reading.errorPlaces());
        assertTrue(reading.onlyMessage().contains("br"), reading.onlyMessage());
    }

    @Test
    void anEntityIsNeverLookedUp() throws IOException {
        Reading reading = read(DOCUMENT.replace("Lee", "&secret;"));
        assertEquals(List.of("MALFORMED_ROW null null hr.csv:6"), reading.errorPlaces());
        ConnectorException doctype = refused("<!DOCTYPE company [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>\n"
                + "<company><staff><person id='1'><name><given>&secret;</given></name></person></staff></company>");
        assertTrue(doctype.getMessage().startsWith("hr.csv, line 1: the document has a DOCTYPE"), doctype.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"</company>", "</staff>", "</person>\n  </staff>", "Bob &amp;", "kind=\"ho"})
    void aDocumentThatIsCutShortDeletesNobody(String end) {
        ConnectorException torn = refused(DOCUMENT.substring(0, DOCUMENT.indexOf(end)));
        assertEquals(ConnectorException.Code.STOPPED_CONNECTIVITY, torn.code());
        assertTrue(torn.getMessage().contains("never ended"), torn.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"<firm><staff/></firm>|the document is <firm>",
                    "<company><people/></company>|has no element company/staff",
                    "<company></staff></company>|</staff> ends what was not begun", "''|is empty"})
    void aDocumentOfAnotherKindIsRefused(String text, String message) {
        assertTrue(refused(text).getMessage().contains(message), refused(text).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "company/@id/person", "company//person"})
    void aPathThatLeadsNowhereIsRefused(String path) {
        ConnectorException refused = assertThrows(ConnectorException.class,
                () -> Reading.open(new XmlConnectorFactory(), folder, Map.of("record", path), PEOPLE));
        assertTrue(refused.getMessage().startsWith("Connector 'hr': setting 'record' is '" + path + "'"),
                refused.getMessage());
    }

    @Test
    void theDeclaredEncodingCounts() throws IOException {
        String text = DOCUMENT.replace("\"1.0\"?>", "\"1.0\" encoding='ISO-8859-1'?>").replace("Ann", "Zoë");
        Files.writeString(file(), text, StandardCharsets.ISO_8859_1);
        assertEquals("1: Zoë", Reading.of(open()).names().getFirst());
        export(Staff.rename("2", "Bob & Co", "Chloë"));
        assertEquals(text.replace("Bob &amp; Co", "Chloë"), Files.readString(file(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void bytesThatAreNotOfTheEncodingCostTheirRecordOnly() throws IOException {
        Files.writeString(file(), DOCUMENT.replace("Ann", "Zoë"), StandardCharsets.ISO_8859_1);
        Reading reading = Reading.of(open());
        assertEquals(List.of("2: Bob & Co"), reading.names());
        assertEquals(List.of("UNDECODABLE employee 1 hr.csv:5"), reading.errorPlaces());
    }

    @Test
    void aChangeLeavesEverythingElseAsItIsWritten() throws IOException {
        assertEquals(DOCUMENT.replace("<given>Ann</given>", "<given>&lt;Anna&gt;</given>"),
                exported(DOCUMENT, Staff.rename("1", "Ann", "<Anna>")));
    }

    @Test
    void whatIsMissingIsWrittenWhereItsPathLeads() throws IOException {
        String before = "<company><staff>\n  <person id=\"1\"/>\n  <person id=\"2\"><name/></person></staff></company>";
        assertEquals("""
                <company><staff>
                  <person id="1">
                    <name>
                      <given>Ann</given>
                    </name>
                  </person>
                  <person id="2"><name><given>Bob</given></name></person></staff></company>""",
                exported(before, Staff.rename("1", null, "Ann"), Staff.rename("2", null, "Bob")));
    }

    @Test
    void newRecordsStandBehindTheOthers() throws IOException {
        String added = """

                    <person id="3">
                      <name>
                        <given>Cid</given>
                      </name>
                      <contact>
                        <mails>
                          <mail>c@x</mail>
                          <mail>d@x</mail>
                        </mails>
                      </contact>
                    </person>
                  </staff>""";
        assertEquals(DOCUMENT.replace("\n  </staff>", added.replace("\n", "\n  ")),
                exported(DOCUMENT, Staff.add("3", "Cid", "c@x", "d@x")));
        export(Staff.delete("3"));
        assertEquals(DOCUMENT, Files.readString(file()));
    }

    @Test
    void anElementWithoutRecordsTakesTheFirst() throws IOException {
        String after = exported("<company><staff/></company>", Staff.add("1", "Ann"));
        assertTrue(after.startsWith("<company><staff>\n"), after);
        assertEquals(List.of("1: Ann"), Reading.of(open()).names());
    }

    @Test
    void aNewDocumentIsWhole() throws IOException {
        export(Staff.add("1", "Zoë"), Staff.add("2", "Bob"));
        assertTrue(
                Files.readString(file()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<company>\n  <staff>\n"
                        + "    <person id=\"1\">"),
                Files.readString(file()));
        assertEquals(List.of("1: Zoë", "2: Bob"), Reading.of(open()).names());
    }

    @Test
    void whatXmlCannotHoldIsRefused() throws IOException {
        Files.writeString(file(), DOCUMENT);
        for (String name : List.of("\u0001", " ")) {
            ExportResult.Rejected rejected =
                    assertInstanceOf(ExportResult.Rejected.class, export(Staff.rename("1", "Ann", name)).getFirst());
            assertEquals(ExportResult.Code.CONSTRAINT_VIOLATION, rejected.code());
            assertEquals("name", rejected.attribute());
        }
        assertEquals(DOCUMENT, Files.readString(file()));
    }

    @Test
    void discoversThePathsThatOccur() throws IOException {
        Files.writeString(file(), DOCUMENT);
        ConnectorSettings settings = new ConnectorSettings("hr", folder,
                Map.of("file", "hr.csv", "record", "company/staff/person"), Map.of(), List.of());
        try (Discovery discovery = new XmlConnectorFactory().discover(settings)) {
            OfferedType type = discovery.types().getFirst();
            assertEquals("@id", type.anchors().getFirst());
            assertTrue(type.attribute("contact/mails/mail").orElseThrow().multiValued());
            assertEquals(AttributeType.STRING, type.attribute("name/given").orElseThrow().type());
        }
    }
}
