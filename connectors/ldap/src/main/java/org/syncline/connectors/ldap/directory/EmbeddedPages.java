package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * A search of an embedded directory: the names first, then the entries page by page. The library's directory searches everything again
 * for each page of the paged results control, which would make large imports quadratic.
 */
final class EmbeddedPages implements EntryPages {
    private static final String NO_ATTRIBUTES = "1.1";

    private final InMemoryDirectoryServer server;
    private final String[] attributes;
    private final List<String> names;
    private final int pageSize;
    private int position;

    EmbeddedPages(InMemoryDirectoryServer server, SearchRequest request, int pageSize) throws LDAPException {
        this.server = server;
        this.attributes = request.getAttributes();
        this.pageSize = pageSize;
        this.names = server.search(request.getBaseDN(), request.getScope(), request.getFilter(), NO_ATTRIBUTES)
                .getSearchEntries().stream()
                .map(SearchResultEntry::getDN)
                .toList();
    }

    @Override
    public List<SearchResultEntry> next() throws LDAPException {
        if (position == names.size()) {
            return null;
        }
        List<SearchResultEntry> page = new ArrayList<>(pageSize);
        while (position < names.size() && page.size() < pageSize) {
            SearchResultEntry entry = server.getEntry(names.get(position++), attributes);
            if (entry != null) {
                page.add(entry);
            }
        }
        return page;
    }

    @Override
    public void close() {}
}
