package org.syncline.connectors.script.groovy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorException.Code;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.ObjectType;

/** What scripts say, and what is said of scripts that fail. */
@Timeout(60)
class GroovyConnectorTest {
    private static final ObjectTypeSettings ROOM = ObjectTypeSettings.of(
            ObjectType.ofConnectorSpace("room",
                    AttributeDefinition.single("id", AttributeType.STRING),
                    AttributeDefinition.single("since", AttributeType.DATE),
                    AttributeDefinition.single("plan", AttributeType.BINARY)),
            "id");
    private static final GroovyConnectorFactory FACTORY = new GroovyConnectorFactory();
    private static final String NOTHING = "fullImport { page -> }\n";

    @TempDir
    Path folder;

    private ConnectorSettings settings(String script, Map<String, String> more) {
        try {
            Files.writeString(folder.resolve("rooms.groovy"), script);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Map<String, String> values = new HashMap<>(more);
        values.put("file", "rooms.groovy");
        return new ConnectorSettings("rooms", folder, values, Map.of("parameter.token", "swordfish"), List.of(ROOM));
    }

    private Connector open(String script) {
        return FACTORY.open(settings(script, Map.of()));
    }

    private static List<ImportPage> read(Connector connector, int pageSize) {
        List<ImportPage> pages = new ArrayList<>();
        try (ImportPages reading = connector.read(ImportRequest.full(pageSize))) {
            for (Optional<ImportPage> page = reading.next(); page.isPresent(); page = reading.next()) {
                pages.add(page.get());
            }
        }
        return pages;
    }

    private static List<String> anchors(List<ImportPage> pages) {
        return pages.stream().flatMap(page -> page.changes().stream()).map(change -> change.anchor().text()).toList();
    }

    private ConnectorException failure(Code code, String script, Map<String, String> more) {
        ConnectorException failure = assertThrows(ConnectorException.class,
                () -> read(FACTORY.open(settings(script, more)), 10));
        assertEquals(code, failure.code(), failure.getMessage());
        return failure;
    }

    private static void assertSays(String expected, String message) {
        assertTrue(message.contains(expected), message);
    }

    private static ExportOperation add(String id) {
        return new ExportOperation.Add(Attributes.builder(ROOM.type()).set("id", id).build());
    }

    @Test
    void pagesAreReadUntilTheScriptSaysNoNextOne() {
        Connector connector = open("""
                fullImport { page ->
                    int from = page.token ?: 1
                    (from..from + 2).each { page.object('room', [id: "r$it"]) }
                    if (from < 7) { page.next = from + 3 }
                }
                """);
        List<ImportPage> pages = read(connector, 4);
        assertEquals(List.of(4, 4, 1), pages.stream().map(page -> page.changes().size()).toList());
        assertEquals(List.of("r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9"), anchors(pages));
    }

    @Test
    void aPageIsReadOnlyWhenItIsAskedFor() {
        Connector connector = open("""
                fullImport { page ->
                    remark "page ${page.token ?: 1}"
                    page.object('room', [id: "r${page.token ?: 1}"])
                    page.next = (page.token ?: 1) + 1
                }
                """);
        try (ImportPages pages = connector.read(ImportRequest.full(1))) {
            pages.next();
            pages.next();
            assertEquals(List.of("page 1", "page 2"), connector.remarks());
        }
    }

    @Test
    void valuesMayBeOfJavasOwnTypes() {
        Connector connector = open("""
                fullImport { page ->
                    page.object('room', [id: 'r1', since: java.time.LocalDate.of(2026, 1, 28), plan: [1, 2] as byte[]])
                }
                """);
        Attributes room = ((ImportedChange.Whole) read(connector, 10).getFirst().changes().getFirst()).attributes();
        assertEquals(new DateValue(Instant.parse("2026-01-28T00:00:00Z")), room.get("since"));
        assertEquals(new BinaryValue(new byte[]{1, 2}), room.get("plan"));
    }

    @Test
    void whatAScriptSaysIsWhatItCan() {
        assertEquals(Set.of(Capability.FULL_IMPORT), FACTORY.capabilities(settings(NOTHING, Map.of())));
        assertEquals(
                Set.of(Capability.FULL_IMPORT, Capability.DELTA_IMPORT, Capability.READ_ONE, Capability.EXPORT,
                        Capability.DISTINGUISHED_NAMES),
                FACTORY.capabilities(settings(NOTHING + """
                        deltaImport { page -> }
                        readOne { objectType, anchor, dn -> null }
                        export { operations -> [] }
                        capabilities 'distinguished-names'
                        """, Map.of())));
    }

    @Test
    void parametersAndSecretsReachTheScript() {
        Connector connector = FACTORY.open(settings("""
                fullImport { page -> page.object('room', [id: parameters.token + ' ' + parameters.house]) }
                """, Map.of("parameter.house", "north")));
        assertEquals(List.of("swordfish north"), anchors(read(connector, 10)));
    }

    @Test
    void aSavedFileTakesEffectAtTheNextStep() {
        String script = "fullImport { page -> page.object('room', [id: 'old']) }";
        Connector step = open(script);
        Connector next = open(script.replace("old", "new"));
        assertEquals(List.of("old"), anchors(read(step, 10)), "a step keeps the version it began with");
        assertEquals(List.of("new"), anchors(read(next, 10)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            fullImport { page ->             # rooms.groovy:
            fullImport { page -> } )         # rooms.groovy:1:24:
            def x = 1                        # rooms.groovy: it says no fullImport { page -> ... }
            fullImprot { page -> }           # rooms.groovy:1: MissingMethodException
            fullImport { it }; add { it }; export { it } # it says export { ... } and add, update or delete
            fullImport { it }; capabilities 'fly'        # there is no capability 'fly' to declare
            fullImport { it }; fullImport { it }         # full import is said twice
            """)
    void aScriptThatSaysNothingSensibleIsRefused(String script, String expected) {
        ConnectorException failure = assertThrows(ConnectorException.class, () -> open(script));
        assertSays(expected, failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            throw new IOException('no route to host')          # rooms.groovy:2: IOException: no route to host
            page.object('hall', [id: '1'])                     # rooms.groovy:2: unknown object type 'hall'. There are room
            page.next = page.token ?: 'a'                      # page.next is 'a' again, so the import would never end
            int i = 0; while (true) { page.object('room', [id: "${i++}"]) } # rooms.groovy:2: more than 100000 objects were read in one call
            """)
    void aScriptThatFailsInTheMiddleConcludesNothing(String line, String expected) {
        assertSays(expected, failure(Code.STOPPED_CONNECTIVITY, "fullImport { page ->\n" + line + "\n}\n", Map.of())
                .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"while (true) {}", "sleep(100_000)", "new URI('http://x'); synchronized (page) { page.wait() }"})
    void aScriptThatHangsIsStoppedAndShownWithItsLine(String line) {
        ConnectorException failure = failure(Code.STOPPED_CONNECTIVITY, "fullImport { page ->\n" + line + "\n}\n",
                Map.of("call-timeout", "PT0.5S"));
        assertSays("it ran longer than PT0.5S and was stopped", failure.getMessage());
        assertSays("rooms.groovy:2", failure.getMessage());
    }

    @Test
    void oneRefusalDoesNotStopTheOthers() {
        List<ExportOperation> operations = Stream.of("ok", "refused", "late", "broken", "lost").map(
                GroovyConnectorTest::add).toList();
        List<ExportResult> results = open(NOTHING + """
                add { operation ->
                    switch (operation.attributes.id) {
                        case 'refused': refuse 'constraint-violation', 'too long', attribute: 'id'; break
                        case 'late': refuse 'throttled', 'wait', retryAfter: 7; break
                        case 'broken': operation.attributes.missing.call(); break
                        case 'lost': throw new IOException('reset')
                    }
                }
                """).export(operations);
        assertEquals(new ExportResult.Accepted(null, null), results.get(0));
        assertEquals(new ExportResult.Rejected(ExportResult.Code.CONSTRAINT_VIOLATION, "too long", "id", null),
                results.get(1));
        assertEquals(new ExportResult.Rejected(ExportResult.Code.THROTTLED, "wait", null, Duration.ofSeconds(7)),
                results.get(2));
        ExportResult.Rejected broken = (ExportResult.Rejected) results.get(3);
        assertEquals(ExportResult.Code.CONSTRAINT_VIOLATION, broken.code());
        assertSays("rooms.groovy:6: NullPointerException", broken.message());
        assertEquals(ExportResult.Code.CONNECTION_LOST, ((ExportResult.Rejected) results.get(4)).code());
    }

    @Test
    void whatAScriptDoesNotSayHowToDoIsNotSupported() {
        ExportOperation delete = new ExportOperation.Delete("room",
                new Anchor("r1"), null);
        ExportResult.Rejected refused =
                (ExportResult.Rejected) open(NOTHING + "add { it }").export(List.of(delete)).getFirst();
        assertEquals(ExportResult.Code.NOT_SUPPORTED, refused.code());
        assertSays("rooms.groovy does not say how to delete objects", refused.message());
    }

    @Test
    void aPageIsWrittenAtOnceWhereTheScriptSaysSo() {
        List<ExportResult> results = open(NOTHING + """
                export { operations ->
                    operations.collect { it.attributes.id == 'bad' ? [error: 'busy', message: 'later'] : [anchor: [id: 'x']] }
                }
                """).export(List.of(add("good"), add("bad")));
        assertEquals(new ExportResult.Accepted(new Anchor("x"), null), results.get(0));
        assertEquals(new ExportResult.Rejected(ExportResult.Code.BUSY, "later", null, null), results.get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            export { operations -> [[:]] }              # a list with a result for each of 2 operations
            export { operations -> null }               # a list with a result for each of 2 operations
            export { operations -> throw new IOException('gone') } # rooms.groovy:2: IOException: gone
            """)
    void aPageThatIsNotAnsweredCompletelyHasAnUnknownOutcome(String script, String expected) {
        ConnectorException failure = assertThrows(ConnectorException.class,
                () -> open(NOTHING + script).export(List.of(add("1"), add("2"))));
        assertEquals(Code.STOPPED_CONNECTIVITY, failure.code());
        assertSays(expected, failure.getMessage());
    }
}
