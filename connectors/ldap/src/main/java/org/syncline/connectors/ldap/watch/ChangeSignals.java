package org.syncline.connectors.ldap.watch;

import com.unboundid.ldap.sdk.LDAPException;
import org.syncline.connectors.ldap.directory.OngoingSearches;

/** A way in which a directory tells at once that something changed. */
public interface ChangeSignals {

    /**
     * Begins to listen; returns when what changes from now on is heard, or will be as soon as the searches that {@code heard} is to expect
     * are ready.
     *
     * @param heard gets what the directory tells
     */
    void begin(OngoingSearches searches, Heard heard) throws LDAPException;
}
