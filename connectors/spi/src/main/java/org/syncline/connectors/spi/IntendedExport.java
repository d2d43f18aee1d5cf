package org.syncline.connectors.spi;

import java.util.Set;

/**
 * What rules would write to objects of one type.
 *
 * @param adds whether objects would be created
 * @param renames whether objects would be renamed or moved
 * @param deletes whether objects would be deleted
 * @param containers names under which objects would be created or moved to, as far as they can be told; none where there are no names
 * @param attributes that would be written, by the system's own names
 */
public record IntendedExport(
        String objectType, boolean adds, boolean renames, boolean deletes, Set<String> containers,
        Set<String> attributes) {
    public IntendedExport {
        containers = Set.copyOf(containers);
        attributes = Set.copyOf(attributes);
    }
}
