package org.syncline.connectors.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;

/** Reading every object. */
interface FullImportContract extends InScene {

    @Test
    default void readsEveryObjectInPagesOfTheAskedSize() {
        scene().putPersons("p1", "p2", "p3", "p4", "p5", "p6", "p7");
        List<ImportPage> pages = scene().pages(ImportRequest.full(3));
        List<Integer> sizes = pages.stream().map(page -> page.changes().size()).filter(size -> size > 0).toList();
        assertEquals(List.of(3, 3, 1), sizes);
        assertEquals(Set.of("p1", "p2", "p3", "p4", "p5", "p6", "p7"), scene().imported(scene().personType()).keySet());
    }

    @Test
    default void anEmptySystemIsReadWellAndHasNothing() {
        scene().pages(ImportRequest.full(10)).forEach(page -> assertEquals(List.of(), page.changes()));
    }

    @Test
    default void deliversWholeObjectsWithTheirAnchor() {
        scene().putPersons("p1");
        ImportedChange.Whole whole = scene().importedPerson("p1");
        assertNotNull(whole.anchor());
        SameContent.assertSame(scene().person("p1").build(), whole.attributes());
    }

    @Test
    default void hasADistinguishedNameExactlyIfItDeclaresNames() {
        scene().putPersons("p1");
        String dn = scene().importedPerson("p1").attributes().dn();
        assertTrue(SameContent.sameDn(scene().system().dn(scene().personType(), "p1"), dn), () -> "was " + dn);
        assertEquals(scene().can(Capability.DISTINGUISHED_NAMES), dn != null);
    }

    @Test
    default void theSameImportTwiceGivesTheSame() {
        scene().putPersons("p1", "p2", "p3");
        scene().put(scene().group("g1", "p1", "p2"));
        assertEquals(scene().imported(scene().personType()), scene().imported(scene().personType()));
        assertEquals(scene().imported(scene().groupType()), scene().imported(scene().groupType()));
    }

    @Test
    default void readsOnlyTheObjectTypesAskedFor() {
        scene().putPersons("p1");
        scene().put(scene().group("g1", "p1"));
        try (Connector groups = scene().system().open(List.of(scene().system().group()));
                ImportPages pages = groups.read(ImportRequest.full(10))) {
            assertEquals(
                    List.of(scene().groupType()),
                    pages.next().orElseThrow().changes().stream().map(ImportedChange::objectType).toList());
        }
    }

    @Test
    default void anotherImportSeesWhatOthersChangedInBetween() {
        scene().putPersons("p1", "p2");
        scene().imported(scene().personType());
        scene().put(scene().person("p1").set(ContractTypes.NAME, "Renamed").build(), scene().person("p3").build());
        scene().system().remove(scene().personType(), "p2");
        assertEquals(Set.of("p1", "p3"), scene().imported(scene().personType()).keySet());
        assertEquals("Renamed", scene().importedPerson("p1").attributes().text(ContractTypes.NAME));
    }

    @Test
    default void aClosedImportStopsAndNeverPretendsToHaveEndedWell() {
        scene().putPersons("p1", "p2", "p3");
        ImportPages pages = scene().connector().read(ImportRequest.full(1));
        assertEquals(1, pages.next().orElseThrow().changes().size());
        pages.close();
        assertThrows(RuntimeException.class, pages::next);
        assertEquals(3, scene().imported(scene().personType()).size());
    }

    @Test
    default void closingTwiceIsHarmless() {
        scene().putPersons("p1");
        ImportPages pages = scene().connector().read(ImportRequest.full(1));
        pages.close();
        pages.close();
    }

    @Test
    default void anAttributeWithoutValueIsAbsent() {
        scene().needsAttribute(ContractTypes.NOTE);
        scene().putPersons("p1");
        assertFalse(scene().importedPerson("p1").attributes().get(ContractTypes.NOTE).isPresent());
        assertNull(scene().importedPerson("p1").attributes().text(ContractTypes.NOTE));
    }
}
