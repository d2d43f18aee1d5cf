package org.syncline.rules.attributeflow;

import java.util.List;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;

/** Leads references of connected systems to identities. */
@FunctionalInterface
public interface IncomingReferences {

    /**
     * The identity a reference leads to.
     *
     * @param owner the object that holds it
     * @param attribute of the owner; null when an expression made the reference
     * @return a reference to an identity, or null if it leads to none yet
     */
    ReferenceValue identityOf(ConnectorSpaceObject owner, String attribute, ReferenceValue reference);

    /** The identities that a large set of references leads to since its last election, and those that it leads to no more. */
    record Changed(List<ReferenceValue> added, List<ReferenceValue> removed) {
        public Changed {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /**
     * What changed in a large set of references that flows directly.
     *
     * @param attribute of the owner
     * @param before the identity to which it flows
     * @param to index of its attribute
     * @return null if the whole set has to be looked at
     */
    default Changed changed(ConnectorSpaceObject owner, String attribute, MetaverseObject before, int to) {
        return null;
    }
}
