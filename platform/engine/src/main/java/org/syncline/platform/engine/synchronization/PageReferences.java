package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** The references of the objects of a page that lead nowhere. */
final class PageReferences {
    private final Synchronization synchronization;
    private final List<PendingReference> pending = new ArrayList<>();
    private final Set<Long> looked = new HashSet<>();

    PageReferences(Synchronization synchronization) {
        this.synchronization = synchronization;
    }

    /** Notes what is unresolved or owed of an object's references. */
    void note(long owner, List<PendingReference> references) {
        looked.add(owner);
        pending.addAll(references);
    }

    /** What belongs to nobody any more refers to nobody; only what an export held back of it still waits. */
    void forgetThoseOfUnlinked(WorkingSet objects) {
        for (ConnectorSpaceObject stored : objects.storedObjects()) {
            long owner = stored.id();
            ConnectorSpaceObject object = objects.object(owner);
            boolean isListed = synchronization.hasPendingReferences(owner) || looked.contains(owner);
            if (isListed && (object == null || !object.link().isJoined())) {
                pending.removeIf(reference -> reference.owner() == owner);
                note(owner, object == null ? List.of() : synchronization.stillHeldBack(object));
            }
        }
    }

    List<PendingReference> pending() {
        return pending;
    }

    /** Owners that have, or had, a reference that leads nowhere. */
    Set<Long> ownersToReplace() {
        Set<Long> owners = new HashSet<>();
        pending.forEach(reference -> owners.add(reference.owner()));
        looked.stream().filter(synchronization::hasPendingReferences).forEach(owners::add);
        return owners;
    }
}
