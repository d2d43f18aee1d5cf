package org.syncline.connectors.ldap.watch;

import com.unboundid.ldap.sdk.LDAPException;
import org.syncline.connectors.ldap.directory.OngoingSearches;

/** A way in which a directory tells at once that something changed. */
public interface ChangeSignals {

    /**
     * Begins to listen.
     *
     * @param heard gets what the directory tells, and how many searches were begun
     */
    void begin(OngoingSearches searches, Heard heard) throws LDAPException;
}
