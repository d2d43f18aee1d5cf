package org.syncline.platform.engine.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/**
 * Stages what a system with referential integrity changes by itself when one of its objects is renamed or deleted: many report none
 * of it (OpenLDAP's refint), and we would take the old references for a contradiction, or remove what is gone already.
 */
final class ReferencesMendedBySystem {
    private final String connector;
    private final ObjectKeys keys;
    private final Store store;
    private final Map<ReferenceValue, List<Value>> successors = new LinkedHashMap<>();
    private final Set<ContentHash> names = new HashSet<>();
    private final Set<Long> identities = new HashSet<>();

    ReferencesMendedBySystem(String connector, ObjectKeys keys, Store store) {
        this.connector = connector;
        this.keys = keys;
        this.store = store;
    }

    /** Notes an accepted export that renamed or deleted an object. */
    void note(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        Attributes was = before.hologram().exported();
        Attributes is = after.hologram().exported();
        if (was == null || was.dn() == null || is != null && was.dn().equals(is.dn())) {
            return;
        }
        successors.put(ReferenceValue.toDn(was.dn()), is == null ? List.of() : List.of(ReferenceValue.toDn(is.dn())));
        names.add(Keys.dn(connector, was.dn()));
        if (before.link().isJoined()) {
            identities.add(before.link().identity());
        }
    }

    /** The changes of a page with those of the referrers, one for each object. */
    List<ConnectorSpaceChange> withReferrers(List<ConnectorSpaceChange> changes) {
        if (successors.isEmpty()) {
            return changes;
        }
        Map<Long, ConnectorSpaceChange> all = new LinkedHashMap<>();
        changes.forEach(change -> all.put(change.id(), change));
        for (ConnectorSpaceObject referrer : referrers()) {
            ConnectorSpaceChange change = all.get(referrer.id());
            ConnectorSpaceObject present = change == null ? referrer : change.after();
            ConnectorSpaceObject mended = present == null ? null : mended(present);
            if (mended != null && !mended.equals(present)) {
                all.put(referrer.id(), keys.change(change == null ? referrer : change.before(), mended));
            }
        }
        return List.copyOf(all.values());
    }

    private Collection<ConnectorSpaceObject> referrers() {
        Set<Long> referring = new HashSet<>(store.connectorSpace().identitiesReferringTo(names));
        referring.addAll(identities.isEmpty() ? List.of() : store.metaverse().referringTo(identities));
        return referring.isEmpty()
                ? List.of()
                : store.connectorSpace().accountsOf(referring).stream()
                        .filter(account -> account.connector().equals(connector))
                        .toList();
    }

    private ConnectorSpaceObject mended(ConnectorSpaceObject referrer) {
        Hologram hologram = referrer.hologram();
        List<Delta.AttributeChange> seen = changes(hologram.imported(), hologram.exported());
        Hologram reported = seen.isEmpty() ? hologram : hologram.changedBySystem(seen);
        Attributes wanted = reported.wanted();
        Attributes right = wanted == null
                ? null
                : Delta.update(changes(wanted, wanted)).applyTo(wanted, reported.type());
        Hologram mended = reported.want(right);
        if (mended.equals(hologram)) {
            return referrer;
        }
        boolean isAsReported = Objects.equals(mended.imported(), hologram.imported());
        return isAsReported ? referrer.with(mended) : referrer.with(mended).reported(ContentHash.UNKNOWN);
    }

    /** What the system changed in an object of which either view is held. */
    private List<Delta.AttributeChange> changes(Attributes imported, Attributes exported) {
        List<Delta.AttributeChange> changes = new ArrayList<>();
        Attributes either = imported == null ? exported : imported;
        for (int index = 0; either != null && index < either.type().size(); index++) {
            if (either.type().attribute(index).type() == AttributeType.REFERENCE) {
                addChange(index, held(index, imported, exported), changes);
            }
        }
        return changes;
    }

    /** Those of the names that changed that are held in either view. */
    private Set<Value> held(int index, Attributes imported, Attributes exported) {
        Set<Value> held = new HashSet<>();
        for (Attributes image : Arrays.asList(imported, exported)) {
            held.addAll(image == null ? Set.of() : image.get(index).among(successors.keySet()));
        }
        return held;
    }

    private void addChange(int index, Set<Value> held, List<Delta.AttributeChange> changes) {
        List<Value> added = new ArrayList<>();
        List<Value> removed = new ArrayList<>();
        successors.forEach((old, successor) -> {
            if (held.contains(old)) {
                removed.add(old);
                added.addAll(successor);
            }
        });
        if (!removed.isEmpty()) {
            changes.add(new Delta.AttributeChange(index, added, removed));
        }
    }
}
