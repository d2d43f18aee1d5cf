package org.syncline.platform.engine.staging;

import java.util.HashMap;
import java.util.Map;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;

/** The staged objects that the changes of a page are about. */
final class Matches {
    private final Map<ContentHash, ConnectorSpaceObject> objects = new HashMap<>();
    private final int missing;

    /** @param missing how many new objects there are at most */
    Matches(int missing) {
        this.missing = missing;
    }

    int missing() {
        return missing;
    }

    /** The object with this anchor key, or null. */
    ConnectorSpaceObject find(ContentHash anchorKey) {
        return objects.get(anchorKey);
    }

    void put(ContentHash anchorKey, ConnectorSpaceObject object) {
        if (object != null) {
            objects.put(anchorKey, object);
        }
    }
}
