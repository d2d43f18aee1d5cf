package org.syncline.connectors.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ObjectType;

/** What a memory system shows to a test: its objects, its counts, and the faults it was asked for. */
class MemorySystemTest {
    private static final ObjectType PERSON = ObjectType.ofConnectorSpace(
            "person", AttributeDefinition.single("id", AttributeType.STRING),
            AttributeDefinition.single("name", AttributeType.STRING));

    private Connector connector;
    private MemorySystem system;

    @BeforeEach
    void open() {
        connector = open(Map.of("system", "hr"), ObjectTypeSettings.of(PERSON, "id"));
        system = MemorySystem.named("hr");
    }

    @AfterEach
    void forget() {
        MemorySystem.forget("hr");
    }

    private static Connector open(Map<String, String> settings, ObjectTypeSettings type) {
        return new MemoryConnectorFactory()
                .open(new ConnectorSettings("people", Path.of("."), settings, Map.of(), List.of(type)));
    }

    private static Attributes person(String id, String name) {
        return Attributes.builder(PERSON).set("id", id).set("name", name).build();
    }

    private static ExportOperation add(String id) {
        return new ExportOperation.Add(person(id, "Person " + id));
    }

    private List<ImportPage> read(ImportRequest request) {
        List<ImportPage> pages = new ArrayList<>();
        try (ImportPages reading = connector.read(request)) {
            for (Optional<ImportPage> page = reading.next(); page.isPresent(); page = reading.next()) {
                pages.add(page.get());
            }
        }
        return pages;
    }

    private List<String> ids() {
        return system.objects("person").stream().map(object -> object.anchor().text()).toList();
    }

    @Test
    void isFoundByItsType() {
        assertTrue(ServiceLoader.load(ConnectorFactory.class).stream()
                .anyMatch(found -> found.get().type().equals("memory")));
    }

    @Test
    void isSharedByItsNameOrTheConnectors() {
        open(Map.of("system", "hr"), ObjectTypeSettings.of(PERSON, "id")).export(List.of(add("1")));
        assertEquals(List.of("1"), ids());
        open(Map.of(), ObjectTypeSettings.of(PERSON, "id")).export(List.of(add("2")));
        assertEquals(1, MemorySystem.named("people").objects("person").size());
        MemorySystem.forget("people");
    }

    @Test
    void aSystemThatWasForgottenAcceptsNoOldWatermark() {
        Watermark watermark = read(ImportRequest.full(10)).getLast().watermark().orElseThrow();
        MemorySystem.forget("hr");
        connector = open(Map.of("system", "hr"), ObjectTypeSettings.of(PERSON, "id"));
        ConnectorException refused =
                assertThrows(ConnectorException.class, () -> read(ImportRequest.delta(watermark, 10)));
        assertEquals(ConnectorException.Code.FULL_IMPORT_REQUIRED, refused.code());
    }

    @Test
    void rejectsTheNextOperationThatMatchesAndOnlyThat() {
        ExportResult.Rejected busy = new ExportResult.Rejected(ExportResult.Code.BUSY, "Come back later", null, null);
        system.faults().rejectNext(operation -> operation.equals(add("2")), busy);
        List<ExportResult> results = connector.export(List.of(add("1"), add("2"), add("3")));
        assertEquals(busy, results.get(1));
        assertEquals(List.of("1", "3"), ids());
        assertInstanceOf(ExportResult.Accepted.class, connector.export(List.of(add("2"))).getFirst());
    }

    @Test
    void dropsAnAcceptedExportSilently() {
        system.faults().dropNext(operation -> true);
        List<ExportResult> results = connector.export(List.of(add("1"), add("2")));
        results.forEach(result -> assertInstanceOf(ExportResult.Accepted.class, result));
        assertEquals(List.of("2"), ids());
    }

    @Test
    void breaksAnImportAfterSomeObjects() {
        connector.export(List.of(add("1"), add("2"), add("3"), add("4")));
        system.faults().breakNextImportAfter(3);
        try (ImportPages pages = connector.read(ImportRequest.full(2))) {
            assertEquals(2, pages.next().orElseThrow().changes().size());
            ImportPage last = pages.next().orElseThrow();
            assertEquals(1, last.changes().size());
            assertEquals(Optional.empty(), last.watermark());
            ConnectorException broken = assertThrows(ConnectorException.class, pages::next);
            assertEquals(ConnectorException.Code.STOPPED_CONNECTIVITY, broken.code());
        }
        assertEquals(4, read(ImportRequest.full(10)).getFirst().changes().size());
    }

    @Test
    void anImportThatShallBreakBehindItsEndBreaksThere() {
        connector.export(List.of(add("1")));
        system.faults().breakNextImportAfter(5);
        assertThrows(ConnectorException.class, () -> read(ImportRequest.full(10)));
    }

    @Test
    void breaksAnExportAndWhatWasDoneStaysDone() {
        system.faults().breakNextExportAfter(1);
        assertThrows(ConnectorException.class, () -> connector.export(List.of(add("1"), add("2"))));
        assertEquals(List.of("1"), ids());
    }

    @Test
    void reportsAnErrorInTheNextPage() {
        DiscoveryError error =
                new DiscoveryError(DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE, "person", new Anchor("1"), "1", "bad");
        system.faults().reportNext(error);
        assertEquals(List.of(error), read(ImportRequest.full(10)).getFirst().errors());
        assertEquals(List.of(), read(ImportRequest.full(10)).getFirst().errors());
    }

    @Test
    void countsReadsAndWrites() {
        connector.export(List.of(add("1"), add("2"), add("2")));
        read(ImportRequest.full(1));
        connector.readOne("person", new Anchor("1"), null);
        assertEquals(new MemoryCounts(1, 2, 1, 1, 3), system.counts());
        system.resetCounts();
        assertEquals(new MemoryCounts(0, 0, 0, 0, 0), system.counts());
    }

    @Test
    void readsOnlyWhatTheFilterLetsThroughAndReportsWhatLeavesItAsDeleted() {
        ObjectTypeSettings all = ObjectTypeSettings.of(PERSON, "id");
        connector = open(Map.of("system", "hr"), new ObjectTypeSettings(
                PERSON, all.anchor(), all.attributes(), all.rows(), column -> !"gone".equals(column.apply("name"))));
        system.put(new Anchor("1"), person("1", "Ann"));
        system.put(new Anchor("2"), person("2", "gone"));
        List<ImportPage> full = read(ImportRequest.full(10));
        assertEquals(1, full.getFirst().changes().size());
        system.put(new Anchor("1"), person("1", "gone"));
        List<ImportPage> delta = read(ImportRequest.delta(full.getLast().watermark().orElseThrow(), 10));
        assertEquals("Deleted[objectType=person, anchor=1]", delta.getFirst().changes().getFirst().toString());
    }

    @Test
    void generatesAnAnchorWhereTheObjectHasNone() {
        ExportResult.Accepted accepted = (ExportResult.Accepted) connector.export(List.of(add(null))).getFirst();
        assertEquals(accepted.anchor().text(),
                system.find("person", accepted.anchor()).orElseThrow().attributes().text("id"));
    }

    @Test
    void refusesASettingThatMakesNoSense() {
        ConnectorException refused = assertThrows(
                ConnectorException.class, () -> open(Map.of("names", "yes"), ObjectTypeSettings.of(PERSON, "id")));
        assertEquals("Connector 'people': setting 'names' is 'yes'. Write true or false.", refused.getMessage());
    }
}
