package org.syncline.platform.engine.port;

import java.util.Set;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;

/**
 * One object before and after. What the store has is compared with nothing but this: {@code before} and {@code keysBefore} must be
 * what it gave and was given last.
 *
 * @param before null for a new object
 * @param after null for an object that goes
 * @param keysBefore the keys under which it was found
 * @param keysAfter the keys under which it is to be found; its anchor key is among them if it has an anchor
 */
public record ConnectorSpaceChange(
        ConnectorSpaceObject before, ConnectorSpaceObject after, Set<ContentHash> keysBefore,
        Set<ContentHash> keysAfter) {

    public ConnectorSpaceChange {
        keysBefore = Set.copyOf(keysBefore);
        keysAfter = Set.copyOf(keysAfter);
    }

    public long id() {
        return after == null ? before.id() : after.id();
    }
}
