package org.syncline.platform.engine.staging;

import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Partition;

/**
 * What an import is about: all of a connector, or one partition of it.
 *
 * @param partition null for all
 */
record ImportScope(ConnectorDefinition connector, String partition) {

    /**
     * Objects that are judged together.
     *
     * @param partition they lie in; null where there are no partitions, or outside all of them
     * @param expected whether the import should see them
     */
    record Group(String objectType, String partition, boolean expected) {
        /** As messages and approvals name it. */
        String words() {
            return partition == null ? objectType : objectType + " of " + partition;
        }
    }

    boolean isPart() {
        return partition != null;
    }

    /** Whether DNs matter at all. */
    boolean needsNames() {
        return !connector.partitions().isEmpty();
    }

    /** Whether an object that is not seen is missing: it was last here, or is here since we moved it. */
    boolean covers(ConnectorSpaceObject object) {
        Attributes imported = object.hologram().imported();
        return covers(object.dn()) || imported != null && covers(imported.dn());
    }

    private boolean covers(String dn) {
        return partition == null || dn != null && partition.equals(owner(dn));
    }

    private String owner(String dn) {
        return connector.partitions().owner(dn).map(Partition::name).orElse(null);
    }

    Group group(String objectType, String dn) {
        return needsNames()
                ? new Group(objectType, owner(dn), covers(dn))
                : new Group(objectType, null, true);
    }
}
