package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Map;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;

/** A store in which nothing is left to do: everything is synchronized, sent and confirmed, without an error. */
final class StoreAtRest {
    private static final int PAGE = 1000;

    private StoreAtRest() {}

    static void demand(Store store, List<String> connectors) {
        for (String connector : connectors) {
            assertEquals(Map.of(), store.runHistory().inFlight(connector));
            assertEquals(List.of(), store.runHistory().errors(connector));
            assertEquals(List.of(), store.runHistory().pendingReferences(connector));
            demandOfObjects(store.connectorSpace(), connector);
        }
    }

    private static void demandOfObjects(ConnectorSpace space, String connector) {
        List<Long> page = space.all(connector, 0, PAGE);
        while (!page.isEmpty()) {
            space.load(page).forEach(StoreAtRest::demand);
            page = space.all(connector, page.getLast(), PAGE);
        }
    }

    private static void demand(ConnectorSpaceObject object) {
        String name = object.connector() + " #" + object.id() + " " + object.dn();
        assertEquals(Delta.Kind.NONE, object.hologram().pendingImport().kind(), () -> "not synchronized: " + name);
        assertEquals(Delta.Kind.NONE, object.hologram().pendingExport().kind(), () -> "not sent: " + name);
        assertEquals(Delta.Kind.NONE, object.hologram().unconfirmedExport().kind(), () -> "not confirmed: " + name);
        assertNotNull(object.anchor(), () -> "never seen: " + name);
    }
}
