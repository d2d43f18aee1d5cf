package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.LinkState;

/** Wakes those who refer to what a page changed: to objects whose link changed, and to identities whose accounts did. */
final class Wakes {
    private final Synchronization synchronization;
    private final Page page;

    Wakes(Synchronization synchronization, Page page) {
        this.synchronization = synchronization;
        this.page = page;
    }

    void wake() {
        Set<ContentHash> relinked = new HashSet<>();
        Set<Long> renamed = new HashSet<>();
        for (ConnectorSpaceChange change : page.objectChanges()) {
            if (identity(change.before()) != identity(change.after())
                    || isFiltered(change.before()) != isFiltered(change.after())) {
                relinked.addAll(change.keysBefore());
                relinked.addAll(change.keysAfter());
            }
            if (identity(change.before()) != identity(change.after())
                    || !Objects.equals(name(change.before()), name(change.after()))) {
                renamed.add(identity(change.before()));
                renamed.add(identity(change.after()));
            }
        }
        renamed.remove(0L);
        List<Long> referrers = new ArrayList<>();
        if (!relinked.isEmpty() && synchronization.rules().referencesFlowIn()) {
            referrers.addAll(synchronization.store().connectorSpace().identitiesReferringTo(relinked));
        }
        if (!renamed.isEmpty() && synchronization.rules().referencesFlowOut()) {
            referrers.addAll(synchronization.store().metaverse().referringTo(renamed));
        }
        page.wake(referrers);
    }

    private static long identity(ConnectorSpaceObject object) {
        return object == null ? 0 : object.link().identity();
    }

    private static boolean isFiltered(ConnectorSpaceObject object) {
        return object != null && object.link().state() == LinkState.FILTERED;
    }

    private static String name(ConnectorSpaceObject object) {
        return object == null ? null : object.dn();
    }
}
