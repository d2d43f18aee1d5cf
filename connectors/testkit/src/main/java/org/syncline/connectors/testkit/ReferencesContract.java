package org.syncline.connectors.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Attributes;

/** References to other objects: members and managers. */
interface ReferencesContract extends InScene {

    @Test
    default void importsReferencesInTheFormOfTheSystem() {
        scene().putPersons("p1", "p2");
        scene().put(scene().group("g1", "p1", "p2"));
        SameContent.assertSame(scene().group("g1", "p1", "p2"), importedGroup("g1").attributes());
    }

    @Test
    default void importsASingleReference() {
        scene().needsAttribute(ContractTypes.MANAGER);
        scene().putPersons("p1");
        Attributes managed = scene().person("p2").set(ContractTypes.MANAGER, scene().reference("p1")).build();
        scene().put(managed);
        SameContent.assertSame(managed, scene().importedPerson("p2").attributes());
    }

    @Test
    default void exportsAGroupWithItsMembersInOnePage() {
        scene().needs(Capability.EXPORT);
        List<ExportResult> results =
                scene().export(Scene.add(scene().person("p1")), Scene.add(scene().group("g1", "p1").toBuilder()));
        results.forEach(Scene::accepted);
        SameContent.assertSame(scene().group("g1", "p1"), heldGroup("g1"));
    }

    @Test
    default void changesSingleMembers() {
        scene().needs(Capability.EXPORT);
        scene().putPersons("p1", "p2", "p3");
        scene().put(scene().group("g1", "p1", "p2"));
        scene().accepted(Scene.update(importedGroup("g1"), scene().group("g1", "p2", "p3")));
        SameContent.assertSame(scene().group("g1", "p2", "p3"), heldGroup("g1"));
    }

    @Test
    default void aDeletedMemberLeavesItsGroupsExactlyIfTheSystemDeclaresReferentialIntegrity() {
        scene().needs(Capability.EXPORT);
        scene().putPersons("p1", "p2");
        scene().put(scene().group("g1", "p1", "p2"));
        scene().accepted(Scene.delete(scene().importedPerson("p1")));
        boolean keepsReferencesRight = scene().can(Capability.REFERENTIAL_INTEGRITY);
        Attributes expected = keepsReferencesRight ? scene().group("g1", "p2") : scene().group("g1", "p1", "p2");
        assertSoonHeld(expected);
    }

    @Test
    default void aRenamedMemberIsFollowedExactlyIfTheSystemDeclaresReferentialIntegrity() {
        scene().needs(Capability.EXPORT);
        scene().needs(Capability.DISTINGUISHED_NAMES);
        scene().putPersons("p1", "p2");
        scene().put(scene().group("g1", "p1", "p2"));
        scene().accepted(Scene.update(scene().importedPerson("p1"), scene().person("p3").build()));
        boolean keepsReferencesRight = scene().can(Capability.REFERENTIAL_INTEGRITY);
        Attributes expected = keepsReferencesRight ? scene().group("g1", "p3", "p2") : scene().group("g1", "p1", "p2");
        assertSoonHeld(expected);
    }

    /** A system may mend references a moment after it answered: OpenLDAP's refint does it in a task of its own. */
    private void assertSoonHeld(Attributes expected) {
        for (int tries = 0; tries < 200 && !SameContent.same(expected, heldGroup("g1")); tries++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        SameContent.assertSame(expected, heldGroup("g1"));
    }

    @Test
    default void aDeletedGroupDoesNotTouchItsMembers() {
        scene().needs(Capability.EXPORT);
        scene().putPersons("p1");
        scene().put(scene().group("g1", "p1"));
        scene().accepted(Scene.delete(importedGroup("g1")));
        assertEquals(1, scene().imported(scene().personType()).size());
    }

    private ImportedChange.Whole importedGroup(String key) {
        return scene().imported(scene().groupType()).get(key);
    }

    private Attributes heldGroup(String key) {
        return scene().held(scene().groupType(), key).orElseThrow();
    }
}
