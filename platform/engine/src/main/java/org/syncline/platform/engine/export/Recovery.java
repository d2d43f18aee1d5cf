package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.platform.engine.page.Arrival;
import org.syncline.platform.engine.page.Departed;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Hologram;

/**
 * After a death in the middle of an export: nobody knows whether what was sent arrived. Each object in flight is read back where the
 * system can read one object. Elsewhere changes and deletions are sent again, which does no harm; a draft waits for the next import,
 * because it could have arrived and be called otherwise by now.
 */
final class Recovery {
    private final String name;
    private final Connector connector;
    private final Set<Capability> capabilities;
    private final ObjectKeys keys;
    private final Store store;

    Recovery(String name, Connector connector, Set<Capability> capabilities, ObjectKeys keys, Store store) {
        this.name = name;
        this.connector = connector;
        this.capabilities = capabilities;
        this.keys = keys;
        this.store = store;
    }

    /**
     * Settles what can be settled.
     *
     * @return the drafts of which nobody knows yet whether they arrived: they must not be sent before an import has told
     */
    Set<Long> recover() {
        Set<Long> inFlight = store.runHistory().inFlight(name);
        if (inFlight.isEmpty()) {
            return Set.of();
        }
        Set<Long> unknown = new TreeSet<>();
        List<ConnectorSpaceChange> changes = new ArrayList<>();
        for (ConnectorSpaceObject before : store.connectorSpace().load(inFlight)) {
            ConnectorSpaceObject read = capabilities.contains(Capability.READ_ONE) ? readBack(before) : before;
            if (read.isDraft()) {
                unknown.add(read.id());
            }
            if (!read.equals(before)) {
                changes.add(keys.change(before, read.isOver() ? null : read));
            }
        }
        store.inTransaction(() -> {
            store.connectorSpace().write(changes);
            Departed.closeErrors(changes, store.runHistory());
            store.runHistory().clearInFlight(name);
            if (!unknown.isEmpty()) {
                store.runHistory().markInFlight(name, unknown);
            }
        });
        return unknown;
    }

    private ConnectorSpaceObject readBack(ConnectorSpaceObject before) {
        Optional<ImportedChange.Whole> read = connector.readOne(before.type().name(), before.anchor(), before.dn());
        Attributes wanted = before.hologram().wanted();
        if (read.isEmpty()) {
            return before.isDraft() || wanted != null ? before : gone(before);
        }
        Attributes image = read.get().attributes().as(before.type());
        if (before.isDraft() && (!Arrival.isOf(before, image) || isStaged(before, read.get()))) {
            return before;
        }
        Hologram reported = before.hologram().stage(image);
        return before.with(reported.want(Arrival.wantedNow(before, image)))
                .with(read.get().anchor())
                .withDraft(null)
                .reported(ContentHash.UNKNOWN);
    }

    /** Whether it is another object that has the name by now. */
    private boolean isStaged(ConnectorSpaceObject draft, ImportedChange.Whole read) {
        ContentHash key = Keys.anchor(name, draft.type().name(), read.anchor());
        return store.connectorSpace().find(List.of(key)).getOrDefault(key, List.of()).stream()
                .anyMatch(id -> id != draft.id());
    }

    /** The deletion arrived. */
    private static ConnectorSpaceObject gone(ConnectorSpaceObject before) {
        return before.with(before.hologram().accept(before.hologram().pendingExport())).reported(ContentHash.UNKNOWN);
    }
}
