package org.syncline.platform.engine.staging;

import java.util.List;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.schema.identity.ContentHash;

/**
 * A page with what staging needs to look its objects up.
 *
 * @param anchorKeys of its changes, in their order
 * @param reports the content hashes of its whole objects, in the order of the changes; null for patches and deletions
 */
public record HashedPage(ImportPage page, List<ContentHash> anchorKeys, ContentHash[] reports) {}
