package org.syncline.connectors.ldap.discovery;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.LdapScope;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.TypeUsage;

/** The first entries of a directory that match something. */
public final class EntrySample {
    private static final String NOTHING = "1.1";

    private final Directory directory;
    private final LdapScope scope;

    public EntrySample(Directory directory, LdapScope scope) {
        this.directory = directory;
        this.scope = scope;
    }

    /** How many there are; counting ends at {@code most}, or where the server gives no more. */
    public ObjectCount count(Filter filter, int most) {
        int found = 0;
        boolean areAll = true;
        for (String root : scope.roots(null)) {
            Found one = found < most ? search(root, filter, most - found, NOTHING) : Found.NOT_LOOKED_FOR;
            found += one.entries().size();
            areAll &= one.areAll();
        }
        return new ObjectCount(Math.min(found, most), areAll && found <= most);
    }

    /** Which attributes they have values for. */
    public TypeUsage usage(Filter filter, int sample) {
        return usage(first(filter, sample, "*", "+"));
    }

    static TypeUsage usage(List<? extends Entry> entries) {
        TypeUsage.Counting counting = new TypeUsage.Counting();
        for (Entry entry : entries) {
            Map<String, Integer> values = new HashMap<>();
            for (Attribute attribute : entry.getAttributes()) {
                if (!attribute.getBaseName().equalsIgnoreCase(LdapObjectType.OBJECT_CLASS)) {
                    values.merge(attribute.getBaseName(), attribute.size(), Integer::sum);
                }
            }
            counting.add(values);
        }
        return counting.end();
    }

    /** Some of them. */
    public List<SearchResultEntry> first(Filter filter, int most, String... attributes) {
        List<SearchResultEntry> found = new ArrayList<>();
        for (String root : scope.roots(null)) {
            if (found.size() < most) {
                found.addAll(search(root, filter, most - found.size(), attributes).entries());
            }
        }
        // Samba gives more than it is asked for
        return found.subList(0, Math.min(found.size(), most));
    }

    /** One under a name; none where there is no such name. */
    public List<SearchResultEntry> firstUnder(String container, Filter filter, String... attributes) {
        return search(container, filter, 1, attributes).entries();
    }

    /** Whether there is an entry of this name, and the account may see it. */
    public boolean exists(String dn) {
        SearchRequest request = new SearchRequest(dn, SearchScope.BASE,
                Filter.createPresenceFilter(LdapObjectType.OBJECT_CLASS), NOTHING);
        return !search(request).entries().isEmpty();
    }

    /**
     * What a search found.
     *
     * @param areAll whether there is no more
     */
    private record Found(List<SearchResultEntry> entries, boolean areAll) {
        static final Found NOT_LOOKED_FOR = new Found(List.of(), false);
    }

    private Found search(String root, Filter filter, int most, String... attributes) {
        SearchRequest request = new SearchRequest(root, SearchScope.SUB, filter, attributes);
        request.setSizeLimit(most);
        return search(request);
    }

    private Found search(SearchRequest request) {
        try {
            return new Found(directory.search(request), true);
        } catch (LDAPException failure) {
            return switch (failure.getResultCode().intValue()) {
                case ResultCode.SIZE_LIMIT_EXCEEDED_INT_VALUE ->
                        new Found(((LDAPSearchException) failure).getSearchEntries(), false);
                case ResultCode.NO_SUCH_OBJECT_INT_VALUE -> new Found(List.of(), true);
                default -> throw ServerWords.brokenOff(request.getBaseDN(), failure);
            };
        }
    }
}
