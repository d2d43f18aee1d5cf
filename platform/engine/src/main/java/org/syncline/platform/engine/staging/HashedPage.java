package org.syncline.platform.engine.staging;

import java.util.List;
import org.syncline.connectors.spi.ImportPage;

/**
 * A page with what staging needs to look its objects up.
 *
 * @param reports its changes, in their order
 */
public record HashedPage(ImportPage page, List<Report> reports) {}
