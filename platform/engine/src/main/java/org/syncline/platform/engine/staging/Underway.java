package org.syncline.platform.engine.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.syncline.platform.engine.page.Arrival;
import org.syncline.platform.engine.page.Departed;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** The drafts of a connector that were sent and never answered for, because the process died or the connection broke. */
record Underway(String connector, ObjectKeys keys, Store store) {

    List<ConnectorSpaceObject> drafts() {
        Set<Long> inFlight = store.runHistory().inFlight(connector);
        return inFlight.isEmpty()
                ? List.of()
                : store.connectorSpace().load(inFlight).stream().filter(ConnectorSpaceObject::isDraft).toList();
    }

    /**
     * After everything was read: those that were not among it did not arrive. They may be sent again; those unwanted go.
     *
     * @param read whether an object lies in what was read
     */
    void didNotArrive(Predicate<ConnectorSpaceObject> read) {
        List<ConnectorSpaceObject> lost = drafts().stream().filter(read).toList();
        if (lost.isEmpty()) {
            return;
        }
        Set<Long> still = new TreeSet<>(store.runHistory().inFlight(connector));
        List<ConnectorSpaceChange> changes = new ArrayList<>();
        for (ConnectorSpaceObject draft : lost) {
            still.remove(draft.id());
            if (Arrival.isUnwanted(draft)) {
                changes.add(keys.change(draft, null));
            }
        }
        store.inTransaction(() -> {
            store.connectorSpace().write(changes);
            Departed.closeErrors(changes, store.runHistory());
            store.runHistory().clearInFlight(connector);
            if (!still.isEmpty()) {
                store.runHistory().markInFlight(connector, still);
            }
        });
    }
}
