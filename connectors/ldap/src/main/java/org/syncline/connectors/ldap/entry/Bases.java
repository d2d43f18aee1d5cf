package org.syncline.connectors.ldap.entry;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.spi.ConnectorException;

/** Sees to it that the bases exist under which a connector reads. */
public final class Bases {
    private Bases() {}

    /** @throws ConnectorException if one does not exist or may not be seen */
    public static void demand(LdapScope scope, Directory directory) {
        for (String base : scope.bases()) {
            if (!isThere(base, directory)) {
                throw new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                        (scope.partitions().isEmpty() ? "Setting 'base'" : "Base of a partition") + ": '" + base
                                + "' does not exist in the directory, or the account that reads may not see it");
            }
        }
    }

    private static boolean isThere(String base, Directory directory) {
        try {
            return !directory.search(new SearchRequest(base, SearchScope.BASE,
                    Filter.createPresenceFilter(LdapObjectType.OBJECT_CLASS), "1.1")).isEmpty();
        } catch (LDAPException failure) {
            if (failure.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return false;
            }
            throw new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                    "Cannot read '" + base + "' (" + ServerWords.of(failure) + ")", failure);
        }
    }
}
