package org.syncline.platform.engine.export;

import java.util.HashMap;
import java.util.Map;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.DistinguishedName;

/** What was to go from below containers and did not; they cannot be deleted as long as it stands there. Used by several threads. */
final class StillThere {
    private final Map<String, Map<Long, String>> below = new HashMap<>();

    /** Notes an object that could not be deleted, renamed or moved; one that was not to go stands in nobody's way here. */
    synchronized void note(ConnectorSpaceObject object) {
        Nested.placesLeft(object).forEach(name -> put(name, object.id(), object.title()));
    }

    /** Notes an object that was to be deleted. */
    synchronized void note(AccountName name) {
        Nested.above(name.dn()).forEach(container -> put(container, name.id(), name.dn()));
    }

    private void put(String container, long object, String title) {
        below.computeIfAbsent(container, unused -> new HashMap<>()).put(object, title);
    }

    /** It went after all. */
    synchronized void forget(ConnectorSpaceObject object) {
        if (!below.isEmpty()) {
            Nested.placesLeft(object).forEach(name -> below.getOrDefault(name, new HashMap<>()).remove(object.id()));
        }
    }

    /** The numbers and titles of what still stands below an object. */
    synchronized Map<Long, String> below(ConnectorSpaceObject container) {
        return below.isEmpty() || container.dn() == null
                ? Map.of()
                : Map.copyOf(below.getOrDefault(DistinguishedName.normalize(container.dn()), Map.of()));
    }
}
