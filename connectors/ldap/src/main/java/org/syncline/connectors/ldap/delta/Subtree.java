package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.Iterator;
import java.util.List;
import org.syncline.connectors.ldap.directory.EntryPages;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.EntryReader;
import org.syncline.connectors.ldap.entry.LdapObjectType;

/** Reads an entry and everything below it, a search for each object type, page by page. */
final class Subtree implements AutoCloseable {
    private final DirectoryContent content;
    private final String dn;
    private final int pageSize;
    private final Iterator<LdapObjectType> types;
    private LdapObjectType type;
    private EntryReader reader;
    private EntryPages pages;

    Subtree(DirectoryContent content, String dn, int pageSize) {
        this.content = content;
        this.dn = dn;
        this.pageSize = pageSize;
        this.types = content.types().iterator();
    }

    /** Reads one more page of entries; false if there is none. An entry that is no longer there has nothing below it. */
    boolean read(EntriesNow now, Told told) throws LDAPException {
        List<SearchResultEntry> page = next();
        if (page == null) {
            return false;
        }
        for (SearchResultEntry entry : page) {
            now.tell(type, reader, entry, told);
        }
        told.endTogether();
        return true;
    }

    private List<SearchResultEntry> next() throws LDAPException {
        while (pages != null || types.hasNext()) {
            if (pages == null) {
                begin(types.next());
            }
            List<SearchResultEntry> page = pageIfThere();
            if (page != null) {
                return page;
            }
            close();
        }
        return null;
    }

    private void begin(LdapObjectType next) throws LDAPException {
        type = next;
        reader = EntryReader.ofDirectory(type);
        pages = content.directory()
                .pages(new SearchRequest(dn, SearchScope.SUB, type.filter(), type.requested()), pageSize);
    }

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
