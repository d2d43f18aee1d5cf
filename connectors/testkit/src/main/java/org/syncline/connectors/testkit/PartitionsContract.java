package org.syncline.connectors.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.Partition;
import org.syncline.schema.identity.Partitions;

/** Partitions and selected containers. */
interface PartitionsContract extends InScene {

    private String home() {
        return DistinguishedName.parent(scene().system().dn(scene().personType(), "p"));
    }

    private String elsewhere() {
        return DistinguishedName.parent(scene().system().dnElsewhere(scene().personType(), "p"));
    }

    /** p1 and p2 in one container, p3 in another. */
    private void putInTwoContainers() {
        scene().needs(Capability.PARTITIONS);
        scene().putPersons("p1", "p2");
        scene().put(scene().person("p3")
                .set("dn", scene().system().dnElsewhere(scene().personType(), "p3"))
                .build());
    }

    private Connector open(Partition... partitions) {
        return scene().system().open(List.of(scene().system().person()), new Partitions(List.of(partitions)));
    }

    private static Partition whole(String name, String base) {
        return new Partition(name, base, List.of(), List.of());
    }

    private List<String> read(Connector connector, ImportRequest request) {
        return List.copyOf(anchors(connector, request).keySet());
    }

    private TreeMap<String, Anchor> anchors(Connector connector, ImportRequest request) {
        TreeMap<String, Anchor> read = new TreeMap<>();
        try (ImportPages pages = connector.read(request)) {
            List<ImportedChange> changes = new ArrayList<>();
            for (Optional<ImportPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                changes.addAll(page.get().changes());
            }
            for (ImportedChange change : changes) {
                String key = ((ImportedChange.Whole) change).attributes().text(ContractTypes.KEY);
                assertTrue(read.put(key, change.anchor()) == null, () -> key + " was delivered twice");
            }
        }
        return read;
    }

    @Test
    default void readsWhatLiesInPartitionsAndNothingElse() {
        putInTwoContainers();
        try (Connector connector = open(whole("home", home()))) {
            assertEquals(List.of("p1", "p2"), read(connector, ImportRequest.full(1)));
        }
        try (Connector connector = open(whole("home", home()), whole("elsewhere", elsewhere()))) {
            assertEquals(List.of("p1", "p2", "p3"), read(connector, ImportRequest.full(10)));
        }
    }

    @Test
    default void readsOnePartitionAlone() {
        putInTwoContainers();
        try (Connector connector = open(whole("home", home()), whole("elsewhere", elsewhere()))) {
            assertEquals(List.of("p3"), read(connector, ImportRequest.full(10).of("elsewhere")));
            assertEquals(List.of("p1", "p2"), read(connector, ImportRequest.full(10).of("home")));
        }
    }

    @Test
    default void anObjectBelongsToTheInnermostPartition() {
        putInTwoContainers();
        String above = DistinguishedName.parent(home());
        try (Connector connector = open(whole("all", above), whole("elsewhere", elsewhere()))) {
            assertEquals(List.of("p1", "p2"), read(connector, ImportRequest.full(10).of("all")));
            assertEquals(List.of("p3"), read(connector, ImportRequest.full(10).of("elsewhere")));
            assertEquals(List.of("p1", "p2", "p3"), read(connector, ImportRequest.full(10)));
        }
    }

    @Test
    default void readsSelectedContainersOnly() {
        putInTwoContainers();
        String above = DistinguishedName.parent(home());
        try (Connector without = open(new Partition("all", above, List.of(), List.of(elsewhere())))) {
            assertEquals(List.of("p1", "p2"), read(without, ImportRequest.full(10)));
        }
        try (Connector with = open(new Partition("all", above, List.of(elsewhere()), List.of()))) {
            assertEquals(List.of("p3"), read(with, ImportRequest.full(10)));
        }
    }

    @Test
    default void anObjectThatIsNotSelectedIsNotThere() {
        scene().needs(Capability.READ_ONE);
        putInTwoContainers();
        Anchor p1 = scene().importedPerson("p1").anchor();
        Anchor p3 = scene().importedPerson("p3").anchor();
        try (Connector connector = open(whole("home", home()))) {
            assertTrue(connector.readOne(scene().personType(), p1, null).isPresent());
            assertEquals(Optional.empty(), connector.readOne(scene().personType(), p3, null));
            String dn = scene().system().dnElsewhere(scene().personType(), "p3");
            assertEquals(Optional.empty(), connector.readOne(scene().personType(), null, dn));
        }
    }

    @Test
    default void aPartitionIsRefusedWhereThereAreNone() {
        scene().needsLackOf(Capability.PARTITIONS);
        ConnectorException refusal = assertThrows(ConnectorException.class,
                () -> scene().connector().read(ImportRequest.full(10).of("home")));
        assertEquals(ConnectorException.Code.NOT_SUPPORTED, refusal.code());
    }
}
