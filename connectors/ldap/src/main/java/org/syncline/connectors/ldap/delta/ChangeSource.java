package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.LDAPException;

/** Something from which changes are read piece by piece. */
interface ChangeSource extends AutoCloseable {

    /** Reads one more piece; false if there is none. */
    boolean read(EntriesNow now, Told told) throws LDAPException;

    @Override
    void close();
}
