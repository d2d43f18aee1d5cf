package org.syncline.platform.engine.export;

import java.util.List;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * A page with the answers of the connected system.
 *
 * @param objects as they were sent, without what was held back; those of which nothing could be sent are left out
 * @param results in the order of the objects
 * @param heldBack references that wait for their targets
 */
public record SentPage(
        ExportPage page, List<ConnectorSpaceObject> objects, List<ExportResult> results,
        List<PendingReference> heldBack) {}
