package org.syncline.rules.attributeflow;

import org.syncline.schema.identity.ConnectorSpaceObject;
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
}
