package org.syncline.connectors.memory;

import java.util.Map;
import org.syncline.schema.identity.DistinguishedName;

/** The tree that the names of a system are, below its base. */
final class MemoryTree {
    private final MemorySystem system;
    private final String base;

    /** @param base null if names are no tree */
    MemoryTree(MemorySystem system, String base) {
        this.system = system;
        this.base = base == null ? null : DistinguishedName.normalize(base);
    }

    /** Whether what stands above a name is there, or the name is not of the tree. */
    boolean hasPlace(String dn) {
        if (!isOfTheTree(dn)) {
            return true;
        }
        String parent = DistinguishedName.parent(DistinguishedName.normalize(dn));
        return parent.equals(base) || system.owner(parent).isPresent();
    }

    /** Whether anything stands below a name. */
    boolean isContainer(String dn) {
        return isOfTheTree(dn) && !system.below(dn).isEmpty();
    }

    /** Gives what stands below an object that was renamed or moved its new name; no delta import reports it. The new names, by the old. */
    Map<String, String> carry(String from, String to) {
        return isOfTheTree(from) && to != null && !from.equals(to) ? system.renameBelow(from, to) : Map.of();
    }

    private boolean isOfTheTree(String dn) {
        return base != null && dn != null && DistinguishedName.normalize(dn).endsWith("," + base);
    }
}
