package org.syncline.connectors.ldap.entry;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.schema.identity.Anchor;

/** Finds single entries and object types. */
public final class LdapLookup {
    private static final Filter ANY = Filter.createPresenceFilter(LdapObjectType.OBJECT_CLASS);

    private final Directory directory;
    private final LdapScope scope;
    private final Map<String, LdapObjectType> types;

    public LdapLookup(Directory directory, LdapScope scope, Map<String, LdapObjectType> types) {
        this.directory = directory;
        this.scope = scope;
        this.types = types;
    }

    public LdapObjectType type(String name) {
        LdapObjectType type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("The connector has no object type '" + name + "'");
        }
        return type;
    }

    /** The entry with a name, or null. */
    public Entry entry(String dn, String... attributes) throws LDAPException {
        return at(dn, ANY, attributes);
    }

    /** The entry an imported object stands for, or null; only the DN counts when there is no anchor. */
    public Entry find(LdapObjectType type, Anchor anchor, String dn) throws LDAPException {
        if (anchor == null || type.anchor().containsDn()) {
            String name = anchor == null ? dn : type.anchor().dn(anchor);
            return scope.selects(name) ? at(name, type.filter(), type.requested()) : null;
        }
        Filter filter = Filter.createANDFilter(type.filter(), type.anchor().filter(anchor));
        List<SearchResultEntry> found = new ArrayList<>();
        for (String root : scope.roots(null)) {
            directory.search(new SearchRequest(root, SearchScope.SUB, filter, type.requested())).stream()
                    .filter(entry -> scope.selects(entry.getDN(), root, null))
                    .forEach(found::add);
        }
        if (found.size() > 1) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                    "The anchor '" + anchor + "' of '" + type.type()
                            + "' is that of " + found.size() + " entries; choose an attribute that is unique");
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    private Entry at(String dn, Filter filter, String... attributes) throws LDAPException {
        try {
            List<SearchResultEntry> found =
                    directory.search(new SearchRequest(dn, SearchScope.BASE, filter, attributes));
            return found.isEmpty() ? null : found.getFirst();
        } catch (LDAPException failure) {
            if (failure.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return null;
            }
            throw failure;
        }
    }
}
