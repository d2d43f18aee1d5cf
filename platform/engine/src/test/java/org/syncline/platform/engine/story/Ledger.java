package org.syncline.platform.engine.story;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.schema.identity.ContentHash;

/** Remembers every key and number that was ever written, so that leftovers can be looked for. */
final class Ledger implements ObservedStore.Observer {
    private final Set<ContentHash> objectKeys = new HashSet<>();
    private final Set<ContentHash> identityKeys = new HashSet<>();
    private final Set<Long> identities = new TreeSet<>();

    @Override
    public void before(String method, Object[] arguments) {
        if (method.equals("write")) {
            ((Collection<?>) arguments[0]).forEach(this::note);
        }
    }

    private void note(Object change) {
        if (change instanceof ConnectorSpaceChange object) {
            objectKeys.addAll(object.keysAfter());
        } else if (change instanceof MetaverseChange identity) {
            identityKeys.addAll(identity.keysAfter());
            identities.add(identity.id());
        }
    }

    Set<ContentHash> objectKeys() {
        return objectKeys;
    }

    Set<ContentHash> identityKeys() {
        return identityKeys;
    }

    Set<Long> identities() {
        return identities;
    }
}
