package org.syncline.connectors.ldap.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.List;
import java.util.function.Function;

/**
 * A search by the paged results control (RFC 2696), on one connection of its own because servers bind the cookie to it. A server
 * that doesn't know the control gives everything in one page.
 */
final class PagedSearch implements EntryPages {
    private final LDAPConnectionPool pool;
    private final LDAPConnection connection;
    private final SearchRequest request;
    private final Control[] others;
    private final int pageSize;
    private final Function<SearchResult, List<SearchResultEntry>> entries;
    private ASN1OctetString cookie;
    private boolean ended;
    private boolean broken;

    /** @param entries takes the entries out of an answer */
    PagedSearch(LDAPConnectionPool pool, SearchRequest request, int pageSize,
            Function<SearchResult, List<SearchResultEntry>> entries) throws LDAPException {
        this.pool = pool;
        this.connection = pool.getConnection();
        this.request = request;
        this.others = request.getControls();
        this.pageSize = pageSize;
        this.entries = entries;
    }

    @Override
    public List<SearchResultEntry> next() throws LDAPException {
        if (ended) {
            return null;
        }
        broken = true;
        request.setControls(others);
        request.addControl(new SimplePagedResultsControl(pageSize, cookie, false));
        SearchResult result = connection.search(request);
        SimplePagedResultsControl answer = SimplePagedResultsControl.get(result);
        ended = answer == null || !answer.moreResultsToReturn();
        cookie = ended ? null : answer.getCookie();
        broken = false;
        return entries.apply(result);
    }

    /** A connection with half a search on it is not given to others. */
    @Override
    public void close() {
        if (ended && !broken) {
            pool.releaseConnection(connection);
        } else {
            pool.releaseDefunctConnection(connection);
        }
    }
}
