package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.syncline.connectors.ldap.directory.EntryPages;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.EntryReader;
import org.syncline.connectors.ldap.entry.LdapObjectType;

/** Entries that are found by searches, one for each object type and base, page by page. */
final class Searches implements ChangeSource {
    private static final int PAGE = 500;

    /** One of them. */
    private record Search(LdapObjectType type, String base) {}

    private final DirectoryContent content;
    private final Filter which;
    private final BiPredicate<LdapObjectType, Entry> isNews;
    private final String[] besides;
    private final Iterator<Search> searches;
    private Search search;
    private EntryReader reader;
    private EntryPages pages;

    /**
     * @param which entries besides being of the type
     * @param isNews what of them is told
     * @param besides what is asked for besides the attributes of the type
     */
    Searches(DirectoryContent content, List<String> bases, Filter which, BiPredicate<LdapObjectType, Entry> isNews,
            String... besides) {
        this.content = content;
        this.which = which;
        this.isNews = isNews;
        this.besides = besides;
        this.searches = content.types().stream()
                .flatMap(type -> bases.stream().map(base -> new Search(type, base)))
                .iterator();
    }

    /** An entry and all that stands below it. */
    static Searches below(DirectoryContent content, String dn) {
        return new Searches(content, List.of(dn), Filter.createPresenceFilter(LdapObjectType.OBJECT_CLASS),
                (type, entry) -> true);
    }

    @Override
    public boolean read(EntriesNow now, Told told) throws LDAPException {
        List<SearchResultEntry> page = next();
        if (page == null) {
            return false;
        }
        for (SearchResultEntry entry : page) {
            if (isNews.test(search.type(), entry)) {
                now.tell(search.type(), reader, entry, told);
            }
        }
        told.endTogether();
        return true;
    }

    private List<SearchResultEntry> next() throws LDAPException {
        while (pages != null || searches.hasNext()) {
            if (pages == null) {
                begin(searches.next());
            }
            List<SearchResultEntry> page = pageIfThere();
            if (page != null) {
                return page;
            }
            close();
        }
        return null;
    }

    private void begin(Search next) throws LDAPException {
        search = next;
        reader = EntryReader.ofDirectory(next.type());
        String[] attributes = Stream.concat(Arrays.stream(next.type().requested()), Arrays.stream(besides))
                .toArray(String[]::new);
        Filter filter = Filter.createANDFilter(next.type().filter(), which);
        pages = content.directory().pages(new SearchRequest(next.base(), SearchScope.SUB, filter, attributes), PAGE);
    }

    /** Where there is no longer an entry, there is nothing below it. */
    private List<SearchResultEntry> pageIfThere() throws LDAPException {
        try {
            return pages.next();
        } catch (LDAPException failure) {
            if (failure.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return null;
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        if (pages != null) {
            pages.close();
            pages = null;
        }
    }
}
