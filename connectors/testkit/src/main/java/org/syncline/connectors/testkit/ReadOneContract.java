package org.syncline.connectors.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;

/** Reading one object. */
interface ReadOneContract extends InScene {

    @Test
    default void readingOneObjectIsRefusedWhereItIsNotDeclared() {
        scene().needsLackOf(Capability.READ_ONE);
        ConnectorException refusal = assertThrows(
                ConnectorException.class,
                () -> scene().connector().readOne(scene().personType(), new Anchor("p1"), null));
        assertEquals(ConnectorException.Code.NOT_SUPPORTED, refusal.code());
    }

    @Test
    default void readsOneObjectByItsAnchorAsAFullImportDoes() {
        scene().needs(Capability.READ_ONE);
        scene().putPersons("p1", "p2");
        ImportedChange.Whole imported = scene().importedPerson("p2");
        assertEquals(Optional.of(imported), scene().connector().readOne(scene().personType(), imported.anchor(), null));
    }

    @Test
    default void readsOneObjectByItsDistinguishedName() {
        scene().needs(Capability.READ_ONE);
        scene().needs(Capability.DISTINGUISHED_NAMES);
        scene().putPersons("p1");
        ImportedChange.Whole imported = scene().importedPerson("p1");
        assertEquals(
                Optional.of(imported),
                scene().connector().readOne(scene().personType(), null, imported.attributes().dn()));
    }

    @Test
    default void anObjectThatIsGoneIsNotFound() {
        scene().needs(Capability.READ_ONE);
        scene().putPersons("p1");
        ImportedChange.Whole imported = scene().importedPerson("p1");
        scene().system().remove(scene().personType(), "p1");
        assertEquals(Optional.empty(), scene().connector().readOne(scene().personType(), imported.anchor(), null));
    }
}
