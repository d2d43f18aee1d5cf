package org.syncline.platform.engine.export;

import java.util.List;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * A page that is about to be sent.
 *
 * @param mark number of its in-flight mark
 * @param objects in the order of the operations
 */
public record ExportPage(long mark, List<ConnectorSpaceObject> objects, List<ExportOperation> operations) {}
