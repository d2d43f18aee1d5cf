package org.syncline.platform.engine.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.RunHistory.SentImage;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * What it means for those who refer to an object, or stand below it, that its system has accepted another name for it, or its deletion:
 * by an answer, or, of what was sent before a death, as the system shows later. Systems with referential integrity mend the references
 * themselves; for the others the referrers have to be evaluated again.
 */
public final class NewNames {
    private final boolean mendsReferences;
    private final Store store;
    private final ReferencesMendedBySystem mended;
    private final NamesBelow below;
    private final Set<Long> renamed = new HashSet<>();
    private final Set<Long> arrived = new HashSet<>();
    private final List<ConnectorSpaceObject> asSent = new ArrayList<>();

    /** @param mendsReferences whether the system has referential integrity */
    public NewNames(String connector, boolean mendsReferences, ObjectKeys keys, Store store) {
        this.mendsReferences = mendsReferences;
        this.store = store;
        this.mended = new ReferencesMendedBySystem(connector, keys, store);
        this.below = new NamesBelow(connector, mendsReferences, keys, store);
    }

    /** Notes what was accepted of one object. */
    public void note(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        boolean same = before.title().equals(after.title());
        boolean hadName = before.dn() != null && before.hologram().exported() != null;
        if (hadName && mendsReferences) {
            mended.note(before, after);
        } else if (!same && before.link().isJoined()) {
            renamed.add(before.link().identity());
        }
        below.note(before, after);
    }

    /** Notes that the system reported an object under another name, and says nothing of what that changed elsewhere. */
    public void noteReported(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        if (mendsReferences && after.hologram().exported() != null) {
            mended.note(before, after);
        }
        below.note(before, after);
    }

    /**
     * The object with that part of what was sent of it accepted that turns out to have arrived, after a death. What waits for it has to
     * be looked at again, since no answer said so.
     *
     * @param present what the system has; null where it has no such object
     */
    public ConnectorSpaceObject arrived(ConnectorSpaceObject before, SentImage image, Attributes present) {
        ConnectorSpaceObject after = Arrival.accepted(before, image, present);
        if (!after.equals(before)) {
            note(before, after);
            asSent.add(Arrival.asSent(before, image));
            if (before.link().isJoined()) {
                arrived.add(before.link().identity());
            }
        }
        return after;
    }

    /** The objects of which something arrived, as they were sent. */
    public List<ConnectorSpaceObject> arrivedAsSent() {
        return asSent;
    }

    /** The changes of a page with those that the system makes in the referrers, one for each object. */
    public List<ConnectorSpaceChange> withReferrers(List<ConnectorSpaceChange> changes) {
        return mended.withReferrers(changes);
    }

    /**
     * Writes the names that what stands below has since; within the transaction that wrote the changes of the page.
     *
     * @param moved takes each object as it is afterwards
     */
    public void writeBelow(Consumer<ConnectorSpaceObject> moved) {
        below.write(moved);
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
