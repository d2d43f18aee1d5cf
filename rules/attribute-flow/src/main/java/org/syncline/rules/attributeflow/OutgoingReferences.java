package org.syncline.rules.attributeflow;

import org.syncline.schema.identity.ReferenceValue;

/** Leads references to identities to their accounts in one connected system. */
@FunctionalInterface
public interface OutgoingReferences {

    /**
     * How the system names the account of an identity.
     *
     * @param attribute of the system that is to hold the reference
     * @return a reference in the system's form, or null if the identity has no account there yet
     */
    ReferenceValue accountOf(long identity, String attribute);
}
