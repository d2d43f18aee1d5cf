package org.syncline.platform.engine.export;

import java.util.List;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * A page and what became of it.
 *
 * @param objects those of which something was sent, with what was sent of them, in the order in which they were sent
 * @param outcomes in the same order
 * @param heldBack references that were not sent, because their targets do not exist yet
 */
public record SentPage(
        ExportPage page, List<ConnectorSpaceObject> objects, List<Outcome> outcomes, List<PendingReference> heldBack) {}
