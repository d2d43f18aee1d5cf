package org.syncline.platform.engine.export;

import java.util.List;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * A page that is about to be sent.
 *
 * @param mark number of its in-flight mark
 * @param nested the objects in the order of the operations
 * @param missing the targets of its references that did not exist when it was read
 */
public record ExportPage(long mark, Nested nested, MissingTargets missing) {

    public List<ConnectorSpaceObject> objects() {
        return nested.objects();
    }
}
