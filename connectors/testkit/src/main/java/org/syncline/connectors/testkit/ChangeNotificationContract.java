package org.syncline.connectors.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ChangeWatch;
import org.syncline.connectors.spi.ConnectorException;

/** Being told that something changed. */
interface ChangeNotificationContract extends InScene {
    /** A system may tell one change in several signals; they come closer together than this. */
    Duration SILENCE = Duration.ofSeconds(2);

    @Test
    default void listeningIsRefusedWhereItIsNotDeclared() {
        scene().needsLackOf(Capability.CHANGE_NOTIFICATION);
        ConnectorException refusal =
                assertThrows(ConnectorException.class, () -> scene().watch(new HeardChanges()).close());
        assertEquals(ConnectorException.Code.NOT_SUPPORTED, refusal.code());
    }

    @Test
    default void aChangeBySomebodyElseIsTold() {
        scene().needs(Capability.CHANGE_NOTIFICATION);
        scene().putPersons("p1");
        HeardChanges heard = new HeardChanges();
        try (ChangeWatch watch = scene().watch(heard)) {
            heard.awaitListening();
            scene().put(scene().person("p1").set(ContractTypes.NAME, "Renamed").build());
            heard.awaitChange();
        }
    }

    @Test
    default void somebodyNewAndSomebodyGoneAreTold() {
        scene().needs(Capability.CHANGE_NOTIFICATION);
        HeardChanges heard = new HeardChanges();
        try (ChangeWatch watch = scene().watch(heard)) {
            heard.awaitListening();
            scene().putPersons("p1");
            heard.awaitChange();
            heard.awaitSilence(SILENCE);
            scene().system().remove(scene().personType(), "p1");
            heard.awaitChange();
        }
    }

    @Test
    default void whatWasThereBeforeIsNotTold() {
        scene().needs(Capability.CHANGE_NOTIFICATION);
        scene().putPersons("p1", "p2");
        HeardChanges heard = new HeardChanges();
        try (ChangeWatch watch = scene().watch(heard)) {
            heard.awaitListening();
            heard.demandSilence(SILENCE);
        }
    }

    @Test
    default void aClosedWatchIsSilent() {
        scene().needs(Capability.CHANGE_NOTIFICATION);
        HeardChanges heard = new HeardChanges();
        ChangeWatch watch = scene().watch(heard);
        heard.awaitListening();
        watch.close();
        watch.close();
        scene().putPersons("p1");
        heard.demandSilence(SILENCE);
    }
}
