package org.syncline.connectors.activedirectory;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import java.util.Set;
import org.syncline.connectors.ldap.delta.Demands;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.LdapObjectType;

/** Where a domain keeps what was deleted. Only administrators may look there unless somebody lets others. */
final class DeletedObjects {
    /** Shows them in a search (MS-ADTS 3.1.1.3.4.1.14). */
    static final Control SHOWN = new Control("1.2.840.113556.1.4.417", true);

    private static final Set<ResultCode> UNSEEN =
            Set.of(ResultCode.NO_SUCH_OBJECT, ResultCode.INSUFFICIENT_ACCESS_RIGHTS);

    private DeletedObjects() {}

    /** Who doesn't see them would take everything deleted for unchanged. */
    static void demandSight(String strategy, List<String> domains, DirectoryContent content) {
        for (String domain : domains) {
            String container = "CN=Deleted Objects," + domain;
            if (!isSeen(container, content)) {
                throw Demands.notOffered(strategy, "the account may not look into '" + container
                        + "', so nobody would tell it what was deleted: let it list and read that container (dsacls)");
            }
        }
    }

    /** Its name anybody may see; its attributes are read by who may list it. */
    private static boolean isSeen(String container, DirectoryContent content) {
        SearchRequest request = new SearchRequest(container, SearchScope.BASE,
                Filter.createPresenceFilter(LdapObjectType.OBJECT_CLASS), LdapObjectType.OBJECT_CLASS);
        request.addControl(SHOWN);
        try {
            return content.directory().search(request).stream()
                    .anyMatch(entry -> entry.hasAttribute(LdapObjectType.OBJECT_CLASS));
        } catch (LDAPException failure) {
            if (UNSEEN.contains(failure.getResultCode())) {
                return false;
            }
            throw ServerWords.brokenOff(container, failure);
        }
    }
}
