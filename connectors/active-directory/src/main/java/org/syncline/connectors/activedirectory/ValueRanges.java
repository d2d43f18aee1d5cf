package org.syncline.connectors.activedirectory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.entry.LdapObjectType;

/**
 * Completes attributes that are given by ranges, such as {@code member;range=0-1499}: a domain controller gives no more values at
 * once (MS-ADTS 3.1.1.3.1.3.3).
 */
record ValueRanges(Directory directory) {
    private static final Pattern RANGED = Pattern.compile("(?i)(.+);range=(\\d+)-(\\d+|\\*)");
    private static final String LAST = "*";

    /** Entries without ranges. */
    List<SearchResultEntry> complete(List<SearchResultEntry> entries) throws LDAPException {
        List<SearchResultEntry> complete = new ArrayList<>(entries.size());
        for (SearchResultEntry entry : entries) {
            complete.add(hasRanges(entry) ? complete(entry) : entry);
        }
        return complete;
    }

    private static boolean hasRanges(Entry entry) {
        return entry.getAttributes().stream().anyMatch(attribute -> range(attribute).matches());
    }

    private static Matcher range(Attribute attribute) {
        return RANGED.matcher(attribute.getName());
    }

    private SearchResultEntry complete(SearchResultEntry entry) throws LDAPException {
        Entry complete = new Entry(entry.getDN());
        for (Attribute attribute : entry.getAttributes()) {
            Matcher range = range(attribute);
            if (!range.matches()) {
                complete.addAttribute(attribute);
            } else {
                complete.addAttribute(new Attribute(range.group(1), attribute.getRawValues()));
                addRest(complete, range);
            }
        }
        return new SearchResultEntry(complete, entry.getControls());
    }

    private void addRest(Entry complete, Matcher first) throws LDAPException {
        Matcher range = first;
        while (!range.group(3).equals(LAST)) {
            Attribute next = from(complete.getDN(), range.group(1), Long.parseLong(range.group(3)) + 1);
            complete.addAttribute(new Attribute(range.group(1), next.getRawValues()));
            range = range(next);
            range.matches();
        }
    }

    private Attribute from(String dn, String name, long start) throws LDAPException {
        SearchRequest request = new SearchRequest(dn, SearchScope.BASE,
                Filter.createPresenceFilter(LdapObjectType.OBJECT_CLASS), name + ";range=" + start + "-" + LAST);
        return directory.search(request).stream()
                .flatMap(entry -> entry.getAttributes().stream())
                .filter(attribute -> range(attribute).matches())
                .findFirst()
                .orElseThrow(() -> new LDAPException(ResultCode.DECODING_ERROR,
                        "'" + dn + "' gave only " + start + " values of '" + name + "' and said there are more"));
    }
}
