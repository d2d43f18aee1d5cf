package org.syncline.connectors.script.groovy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectionFinding.Severity;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.FileMistake;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.connectors.spi.TypeUsage.AttributeUsage;
import org.syncline.schema.identity.AttributeType;

/** What scripts say that their systems offer, and what is said of those that are wrong. */
class GroovyDiscoveryTest {
    private static final String IMPORT = "fullImport { page -> }\n";
    private static final String ROOMS = """
            schema {
              [[name: 'room', anchor: ['id'], description: 'A room', attributes: [
                 [name: 'id', required: true], [name: 'seats', type: 'integer'], [name: 'equipment', multiValued: true]]],
               [name: 'floor', anchor: ['number'], attributes: [[name: 'number', access: 'read-only']]]]
            }
            fullImport { page ->
              page.object('room', [id: 'A1', seats: 4, equipment: ['screen', 'phone']])
              page.object('room', [id: 'A2', seats: 6])
            }
            """;

    @TempDir
    private Path folder;

    private ConnectorSettings settings(String script) {
        try {
            Files.writeString(folder.resolve("rooms.groovy"), script);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new ConnectorSettings("rooms", folder, Map.of("file", "rooms.groovy"), Map.of(), List.of());
    }

    private Discovery discover(String script) {
        return new GroovyConnectorFactory().discover(settings(script));
    }

    @Test
    void typesAreThoseOfTheScriptAndObjectsThoseThatItReads() {
        try (Discovery discovery = discover(ROOMS)) {
            assertEquals(List.of("floor", "room"), discovery.types().stream().map(OfferedType::name).toList());
            OfferedType room = discovery.types().getLast();
            assertEquals(List.of("id"), room.anchors());
            assertEquals(AttributeType.INTEGER, room.attribute("seats").orElseThrow().type());
            assertEquals(new ObjectCount(2, true), discovery.count(room, 1_000));
            assertEquals(new ObjectCount(1, false), discovery.count(room, 1));
            assertEquals(new ObjectCount(0, true), discovery.count(discovery.types().getFirst(), 1_000));
            assertEquals(
                    Map.of("id", new AttributeUsage(2, 1), "seats", new AttributeUsage(2, 1), "equipment",
                            new AttributeUsage(1, 2)),
                    discovery.usage(room, 200).attributes());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                    "schema { 7 } | 'schema' must be a list of objects, not 7",
                    "schema { [[anchor: ['id']]] } | 'name' is missing",
                    "schema { [[name: 'room', attributes: [[name: 'id']]]] } | object type 'room' has no anchor. Say which"
                            + " attributes identify an object",
                    "schema { [[name: 'room', anchor: ['ID2'], attributes: [[name: 'id']]]] } | the anchor 'ID2' of object"
                            + " type 'room' is none of its attributes",
                    "schema { [[name: 'room', anchor: ['id'], attributes: [[name: 'id', type: 'text']]]] } | 'type' of"
                            + " attribute 'id' of object type 'room' is 'text'. There are binary, boolean, date, integer,"
                            + " reference, string"})
    void aSchemaThatMakesNoSense(String schema, String complaint) {
        ConnectorException failure = assertThrows(ConnectorException.class, () -> discover(IMPORT + schema));
        assertEquals("Connector 'rooms': rooms.groovy: " + complaint, failure.getMessage());
    }

    @Test
    void aScriptWithoutSchemaSaysSo() {
        ConnectorException failure = assertThrows(ConnectorException.class, () -> discover(IMPORT));
        assertEquals(ConnectorException.Code.NOT_SUPPORTED, failure.code());
    }

    @Test
    void whatTheScriptDoesNotSayHowToWriteIsFound() {
        IntendedExport adding = new IntendedExport("room", true, false, true, Set.of(), Set.of("seats"));
        try (Discovery discovery = discover(ROOMS + "update { operation -> }\nadd { operation -> }\n")) {
            List<ConnectionFinding> findings = discovery.rights(List.of(adding));
            assertEquals(List.of(Severity.ERROR, Severity.NOT_TESTED),
                    findings.stream().map(ConnectionFinding::severity).toList());
            assertEquals("rooms.groovy does not say how to delete objects", findings.getFirst().what());
        }
    }

    @Test
    void whatDoesNotCompileIsFoundWithoutRunningIt() {
        List<FileMistake> mistakes = new GroovyConnectorFactory()
                .mistakes(settings(IMPORT + "def rooms = (1 +\n"));
        assertEquals(1, mistakes.size());
        assertEquals("rooms.groovy:2", mistakes.getFirst().file() + ":" + mistakes.getFirst().line());
        assertEquals(List.of(), new GroovyConnectorFactory().mistakes(settings("throw new Error('it ran')")));
    }
}
