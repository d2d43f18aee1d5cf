package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;

/** The result of a search, page by page. */
public interface EntryPages extends AutoCloseable {

    /** The next page, which may be empty in the midst of a search; null at its end. */
    List<SearchResultEntry> next() throws LDAPException;

    @Override
    void close();
}
