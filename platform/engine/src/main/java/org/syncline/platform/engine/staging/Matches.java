package org.syncline.platform.engine.staging;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;

/** The objects a page is about: as they are stored, as they become, and which report is about which. */
final class Matches {
    private final ConnectorSpace connectorSpace;
    private final Map<Long, ConnectorSpaceObject> stored = new HashMap<>();
    private final Map<Long, ConnectorSpaceObject> staged = new LinkedHashMap<>();
    private final Map<ContentHash, Long> byAnchor = new HashMap<>();

    Matches(ConnectorSpace connectorSpace) {
        this.connectorSpace = connectorSpace;
    }

    void load(Collection<Long> ids) {
        List<Long> missing = ids.stream().filter(id -> !stored.containsKey(id)).distinct().toList();
        if (!missing.isEmpty()) {
            connectorSpace.load(missing).forEach(object -> stored.put(object.id(), object));
        }
    }

    /** Notes which object an anchor belongs to. */
    void note(ContentHash anchorKey, long id) {
        byAnchor.put(anchorKey, id);
    }

    /** The object with this anchor as it is now, or null. */
    ConnectorSpaceObject find(ContentHash anchorKey) {
        Long id = byAnchor.get(anchorKey);
        return id == null ? null : object(id);
    }

    /** The object as this page leaves it so far; null if there is none. */
    ConnectorSpaceObject object(long id) {
        return staged.containsKey(id) ? staged.get(id) : stored.get(id);
    }

    /** The object as it is stored; null if it is new. */
    ConnectorSpaceObject stored(long id) {
        return stored.get(id);
    }

    void put(ConnectorSpaceObject object) {
        staged.put(object.id(), object);
    }

    /** What the page leaves, in the order in which it was staged; null for an object that goes. */
    Map<Long, ConnectorSpaceObject> staged() {
        return staged;
    }

    void remove(long id) {
        staged.put(id, null);
    }
}
