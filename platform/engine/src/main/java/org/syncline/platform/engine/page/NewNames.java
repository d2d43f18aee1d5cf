package org.syncline.platform.engine.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * What it means for those who refer to an object that its system has accepted another name for it, or its deletion: by an answer, or, of
 * what was sent before a death, as the system shows later. Systems with referential integrity mend the references themselves; for the
 * others the referrers have to be evaluated again.
 */
public final class NewNames {
    private final boolean mendsReferences;
    private final Store store;
    private final ReferencesMendedBySystem mended;
    private final Set<Long> renamed = new HashSet<>();
    private final Set<Long> arrived = new HashSet<>();

    /** @param mendsReferences whether the system has referential integrity */
    public NewNames(String connector, boolean mendsReferences, ObjectKeys keys, Store store) {
        this.mendsReferences = mendsReferences;
        this.store = store;
        this.mended = new ReferencesMendedBySystem(connector, keys, store);
    }

    /** Notes what was accepted of one object. */
    public void note(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        boolean same = before.title().equals(after.title());
        if (before.dn() != null && mendsReferences) {
            mended.note(before, after);
        } else if (!same && before.link().isJoined()) {
            renamed.add(before.link().identity());
        }
    }

    /**
     * Notes what turns out to have arrived of an object, after a death: what it waited for has to be looked at again, since no answer
     * said so.
     */
    public void noteArrived(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        note(before, after);
        if (before.link().isJoined() && !after.equals(before)) {
            arrived.add(before.link().identity());
        }
    }

    /** The changes of a page with those that the system makes in the referrers, one for each object. */
    public List<ConnectorSpaceChange> withReferrers(List<ConnectorSpaceChange> changes) {
        return mended.withReferrers(changes);
    }

    /** The identities to evaluate again, above all those that refer to what has another name now. */
    public Set<Long> awake() {
        Set<Long> awake = new TreeSet<>(arrived);
        if (!renamed.isEmpty()) {
            awake.addAll(store.metaverse().referringTo(renamed));
        }
        return awake;
    }
}
