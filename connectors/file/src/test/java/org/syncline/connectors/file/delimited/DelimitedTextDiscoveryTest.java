package org.syncline.connectors.file.delimited;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.connectors.spi.TypeUsage;
import org.syncline.schema.identity.AttributeType;

class DelimitedTextDiscoveryTest {
    @TempDir
    Path folder;

    private Discovery discovery(String text, Map<String, String> more) throws IOException {
        Files.writeString(folder.resolve("HR staff.csv"), text);
        return discovery(more);
    }

    private Discovery discovery(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("file", "HR staff.csv"));
        settings.putAll(more);
        return new DelimitedTextConnectorFactory()
                .discover(new ConnectorSettings("hr", folder, settings, Map.of(), List.of()));
    }

    private OfferedType type(String text) throws IOException {
        return discovery(text, Map.of()).types().getFirst();
    }

    private OfferedAttribute attribute(String text) throws IOException {
        return type(text).attributes().getLast();
    }

    @Test
    void takesWhatIsDifferentInEachRowForTheAnchor() throws IOException {
        OfferedType type = type("Name,City,Number\nAnn,Bonn,7\nBob,Bonn,8\n");
        assertEquals("hr-staff", type.name());
        assertEquals(List.of("Number", "Name"), type.anchors());
        assertEquals(List.of("Name", "City", "Number"),
                type.attributes().stream().map(OfferedAttribute::name).toList());
    }

    @Test
    void offersNoAnchorWhereNothingIsUnique() throws IOException {
        assertEquals(List.of(), type("Name\nAnn\nAnn\n").anchors());
    }

    @Test
    void knowsKeysOfOtherRowsForReferences() throws IOException {
        assertEquals(AttributeType.REFERENCE, attribute("Id,Manager\n1,\n2,1\n3,1\n").type());
        assertEquals(AttributeType.INTEGER, attribute("Id,Manager\n1,\n2,9\n3,9\n").type());
    }

    @Test
    void guessesTypesOnlyWhereAllValuesFit() throws IOException {
        assertEquals(AttributeType.BOOLEAN, attribute("Id,Active\n1,yes\n2,No\n3,yes").type());
        assertEquals(AttributeType.STRING, attribute("Id,Active\na,yes\nb,maybe\nc,yes").type());
        assertEquals(AttributeType.INTEGER, attribute("Id,Floor\na,1\nb,12\nc,1").type());
        assertEquals(AttributeType.STRING, attribute("Id,Floor\na,1\nb,012\nc,1").type());
        assertEquals(AttributeType.STRING, attribute("Id,PostalCode\na,53111\nb,53112\nc,53111").type());
        assertEquals(AttributeType.STRING, attribute("Id,Empty\na,\nb,\n").type());
    }

    @Test
    void findsOutHowDatesAreWrittenAndDoesNotGuessDayAndMonth() throws IOException {
        OfferedAttribute iso = attribute("Id,Hired\n1,2006-01-28\n2,2006-01-28\n");
        assertEquals(AttributeType.DATE, iso.type());
        assertEquals(null, iso.format());
        OfferedAttribute german = attribute("Id,Hired\n1,28.01.2006\n2,01.02.2006\n");
        assertEquals(AttributeType.DATE, german.type());
        assertEquals("dd.MM.yyyy", german.format());
        assertEquals("MM/dd/yyyy", attribute("Id,Hired\n1,01/28/2006\n2,01/02/2006\n").format());
        assertEquals(AttributeType.STRING, attribute("Id,Hired\n1,01/02/2006\n2,01/02/2006\n").type());
    }

    @Test
    void seesSeveralValuesInOneCell() throws IOException {
        assertTrue(attribute("Id,Phones\n1,a;b\n2,c\n").multiValued());
        assertEquals(false, attribute("Id,Note\n1,well;\n2,c\n").multiValued());
    }

    @Test
    void countsRowsAndWhatTheyHold() throws IOException {
        Discovery discovery = discovery("Id,Mail\n1,\n2,b@x\n", Map.of());
        TypeUsage usage = discovery.usage(discovery.types().getFirst(), 10);
        assertEquals(2, usage.sampled());
        assertEquals(new ObjectCount(2, true), discovery.count(discovery.types().getFirst(), 10));
        assertEquals(1, usage.of(discovery.types().getFirst().attribute("mail").orElseThrow()).objects());
    }

    @Test
    void warnsOfAColumnThatIsThereTwice() throws IOException {
        List<ConnectionFinding> findings = discovery("Id,Mail,Mail\n1,a,b\n", Map.of()).rights(List.of());
        assertEquals(List.of("The file 'HR staff.csv' has the column 'Mail' twice"),
                findings.stream().map(ConnectionFinding::what).toList());
    }

    @Test
    void saysThatAFileWhichIsYetToComeCannotBeAsked() {
        assertEquals(ConnectorException.Code.NO_START_CONNECTION,
                assertThrows(ConnectorException.class, () -> discovery(Map.of())).code());
        assertEquals(ConnectorException.Code.NOT_SUPPORTED,
                assertThrows(ConnectorException.class, () -> discovery(Map.of("missing-file", "empty"))).code());
    }
}
