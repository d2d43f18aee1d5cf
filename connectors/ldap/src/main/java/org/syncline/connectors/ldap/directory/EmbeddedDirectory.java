package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ReadOnlyLDAPRequest;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;

/** One connector's use of an {@link EmbeddedStore}. */
final class EmbeddedDirectory implements Directory {
    private final EmbeddedStore store;
    private boolean left;

    EmbeddedDirectory(EmbeddedStore store) {
        this.store = store;
    }

    /** There are none. */
    @Override
    public void mend() {}

    @Override
    public EntryPages pages(SearchRequest request, int pageSize) throws LDAPException {
        return new EmbeddedPages(store.server(), request, pageSize);
    }

    @Override
    public List<SearchResultEntry> search(SearchRequest request) throws LDAPException {
        return store.server().search(request).getSearchEntries();
    }

    @Override
    public SearchResult listen(SearchRequest request) throws LDAPException {
        return store.server().search(request);
    }

    @Override
    public LDAPResult write(ReadOnlyLDAPRequest request) throws LDAPException {
        return store.write(request);
    }

    @Override
    public void makeDurable() {
        store.makeDurable();
    }

    @Override
    public boolean understands(String control) {
        return root().supportsControl(control);
    }

    @Override
    public List<String> announces(String attribute) {
        String[] values = root().getAttributeValues(attribute);
        return values == null ? List.of() : List.of(values);
    }

    private RootDSE root() {
        try {
            return store.server().getRootDSE();
        } catch (LDAPException failure) {
            throw new IllegalStateException("An embedded directory without a root DSE", failure);
        }
    }

    /** The library's directory takes one write at a time. */
    @Override
    public int parallelWrites() {
        return 1;
    }

    @Override
    public void close() {
        if (!left) {
            left = true;
            EmbeddedDirectories.leave(store);
        }
    }
}
