package org.syncline.platform.engine.synchronization;

import java.util.List;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.synchronization.Batch.Segment;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * The objects of a connector of which a part of a step consists, page after page.
 *
 * @param objectType null for all of the connector
 */
record PageSource(Segment segment, String connector, String objectType) {

    static PageSource all(String connector) {
        return new PageSource(Segment.CHANGES, connector, null);
    }

    static PageSource ofType(String connector, String objectType) {
        return new PageSource(Segment.OTHER_RULES, connector, objectType);
    }

    /** The numbers of a page; ascending from beyond {@code after}. */
    List<Long> ids(ConnectorSpace space, long after, int size) {
        return objectType == null
                ? space.all(connector, after, size)
                : space.ofType(connector, objectType, after, size);
    }

    /** The objects of a page; ascending from beyond {@code after}. */
    List<ConnectorSpaceObject> objects(ConnectorSpace space, long after, int size) {
        return objectType == null
                ? space.loadAll(connector, after, size)
                : space.load(space.ofType(connector, objectType, after, size));
    }
}
