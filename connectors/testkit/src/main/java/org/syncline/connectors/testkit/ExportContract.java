package org.syncline.connectors.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportedChange;

/** Adding and deleting, and what is refused. */
interface ExportContract extends InScene {

    @Test
    default void exportingIsRefusedWhereItIsNotDeclared() {
        scene().needsLackOf(Capability.EXPORT);
        List<ExportOperation> operations = List.of(Scene.add(scene().person("p1")));
        ConnectorException refusal =
                assertThrows(ConnectorException.class, () -> scene().connector().export(operations));
        assertEquals(ConnectorException.Code.NOT_SUPPORTED, refusal.code());
        assertEquals(Optional.empty(), scene().held(scene().personType(), "p1"));
    }

    @Test
    default void addsAnObjectAndImportsItBack() {
        scene().needs(Capability.EXPORT);
        ExportResult.Accepted accepted = scene().accepted(Scene.add(scene().person("p1")));
        SameContent.assertSame(scene().person("p1").build(), scene().heldPerson("p1"));
        ImportedChange.Whole imported = scene().importedPerson("p1");
        assertTrue(accepted.anchor() == null || accepted.anchor().equals(imported.anchor()),
                () -> "was " + accepted.anchor());
        assertTrue(SameContent.sameDn(accepted.dn(), imported.attributes().dn()), () -> "was " + accepted.dn());
    }

    @Test
    default void exportingNothingIsFine() {
        scene().needs(Capability.EXPORT);
        assertEquals(List.of(), scene().export());
    }

    @Test
    default void deletesAnObject() {
        scene().needs(Capability.EXPORT);
        scene().putPersons("p1", "p2");
        scene().accepted(Scene.delete(scene().importedPerson("p1")));
        assertEquals(Optional.empty(), scene().held(scene().personType(), "p1"));
        SameContent.assertSame(scene().person("p2").build(), scene().heldPerson("p2"));
    }

    @Test
    default void addsAgainWhatItDeleted() {
        scene().needs(Capability.EXPORT);
        scene().putPersons("p1");
        ExportOperation.Delete delete = Scene.delete(scene().importedPerson("p1"));
        List<ExportResult> results = scene().export(delete, Scene.add(scene().person("p1")));
        results.forEach(Scene::accepted);
        SameContent.assertSame(scene().person("p1").build(), scene().heldPerson("p1"));
    }

    @Test
    default void doesNotAddWhatExistsAlready() {
        scene().needs(Capability.EXPORT);
        scene().putPersons("p1");
        ExportOperation.Add again = Scene.add(scene().person("p1").set(ContractTypes.NAME, "Somebody else"));
        Scene.rejected(ExportResult.Code.ALREADY_EXISTS, scene().export(again).getFirst());
        SameContent.assertSame(scene().person("p1").build(), scene().heldPerson("p1"));
    }

    @Test
    default void saysThatWhatItShallChangeOrDeleteIsGone() {
        scene().needs(Capability.EXPORT);
        scene().putPersons("p1");
        ImportedChange.Whole gone = scene().importedPerson("p1");
        scene().system().remove(scene().personType(), "p1");
        ExportOperation.Update update =
                Scene.update(gone, scene().person("p1").set(ContractTypes.NAME, "Renamed").build());
        scene().export(update, Scene.delete(gone))
                .forEach(result -> Scene.rejected(ExportResult.Code.NO_SUCH_OBJECT, result));
        assertEquals(Optional.empty(), scene().held(scene().personType(), "p1"));
    }

    @Test
    default void answersEachOperationInOrderAndOneRefusalDoesNotStopTheOthers() {
        scene().needs(Capability.EXPORT);
        scene().putPersons("p1", "p2", "p3");
        ImportedChange.Whole gone = scene().importedPerson("p3");
        ExportOperation.Delete delete = Scene.delete(scene().importedPerson("p2"));
        scene().system().remove(scene().personType(), "p3");
        List<ExportResult> results = scene().export(
                Scene.add(scene().person("p4")), Scene.add(scene().person("p1")), delete, Scene.delete(gone),
                Scene.add(scene().person("p5")));
        Scene.accepted(results.get(0));
        Scene.rejected(ExportResult.Code.ALREADY_EXISTS, results.get(1));
        Scene.accepted(results.get(2));
        Scene.rejected(ExportResult.Code.NO_SUCH_OBJECT, results.get(3));
        Scene.accepted(results.get(4));
        assertEquals(Set.of("p1", "p4", "p5"), scene().imported(scene().personType()).keySet());
    }
}
