package org.syncline.connectors.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Renaming and moving, where objects have distinguished names. */
interface NamesContract extends InScene {

    @Test
    default void aRenameIsRefusedWhereThereAreNoNames() {
        scene().needs(Capability.EXPORT);
        scene().needsLackOf(Capability.DISTINGUISHED_NAMES);
        scene().putPersons("p1");
        Scene.rejected(ExportResult.Code.NOT_SUPPORTED,
                scene().export(rename(scene().importedPerson("p1"), "cn=p2")).getFirst());
        SameContent.assertSame(scene().person("p1").build(), scene().heldPerson("p1"));
    }

    @Test
    default void renamesAnObjectAndKeepsItsAnchor() {
        scene().needs(Capability.EXPORT);
        scene().needs(Capability.DISTINGUISHED_NAMES);
        scene().putPersons("p1");
        changeName("p1", scene().system().dn(scene().personType(), "p2"));
    }

    @Test
    default void movesAnObjectAndKeepsItsAnchor() {
        scene().needs(Capability.EXPORT);
        scene().needs(Capability.DISTINGUISHED_NAMES);
        scene().putPersons("p1");
        changeName("p1", scene().system().dnElsewhere(scene().personType(), "p1"));
    }

    @Test
    default void renamesAndMovesAtOnce() {
        scene().needs(Capability.EXPORT);
        scene().needs(Capability.DISTINGUISHED_NAMES);
        scene().putPersons("p1");
        changeName("p1", scene().system().dnElsewhere(scene().personType(), "p2"));
    }

    @Test
    default void renamesAndChangesAValueAtOnce() {
        scene().needs(Capability.EXPORT);
        scene().needs(Capability.DISTINGUISHED_NAMES);
        scene().putPersons("p1");
        scene().accepted(Scene.update(
                scene().importedPerson("p1"), scene().person("p2").set(ContractTypes.KEY, "p2").build()));
        SameContent.assertSame(scene().person("p2").build(), scene().heldPerson("p2"));
    }

    @Test
    default void doesNotRenameToANameThatIsTaken() {
        scene().needs(Capability.EXPORT);
        scene().needs(Capability.DISTINGUISHED_NAMES);
        scene().putPersons("p1", "p2");
        String taken = scene().system().dn(scene().personType(), "p2");
        Scene.rejected(ExportResult.Code.ALREADY_EXISTS,
                scene().export(rename(scene().importedPerson("p1"), taken)).getFirst());
        SameContent.assertSame(scene().person("p1").build(), scene().heldPerson("p1"));
    }

    private void changeName(String key, String dn) {
        ImportedChange.Whole before = scene().importedPerson(key);
        ExportResult.Accepted accepted = scene().accepted(rename(before, dn));
        assertTrue(SameContent.sameDn(dn, accepted.dn()), () -> "was " + accepted.dn());
        ImportedChange.Whole after = byDn(dn);
        assertEquals(before.anchor(), after.anchor());
        assertEquals(1, scene().imported(scene().personType()).size());
        assertEquals(before.attributes().text(ContractTypes.NAME), after.attributes().text(ContractTypes.NAME));
    }

    private ImportedChange.Whole byDn(String dn) {
        return scene().imported(scene().personType()).values().stream()
                .filter(whole -> SameContent.sameDn(dn, whole.attributes().dn()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is called " + dn));
    }

    private static ExportOperation.Update rename(ImportedChange.Whole object, String dn) {
        String before = object.attributes().dn();
        List<Value> removed = before == null ? List.of() : List.of(new TextValue(before));
        Delta.AttributeChange change = new Delta.AttributeChange(0, List.of(new TextValue(dn)), removed);
        return new ExportOperation.Update(object.objectType(), object.anchor(), before, List.of(change),
                object.attributes());
    }
}
