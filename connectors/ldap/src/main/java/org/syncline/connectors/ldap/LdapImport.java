package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.EntryPages;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportedChange;

/** Reads everything under the base: one search per object type, page by page. */
final class LdapImport implements ImportPages {
    private final Directory directory;
    private final String base;
    private final int pageSize;
    private final Iterator<LdapObjectType> types;
    private Iterator<SearchResultEntry> entries = List.<SearchResultEntry>of().iterator();
    private EntryReader reader;
    private EntryPages pages;
    private boolean closed;

    LdapImport(Directory directory, String base, List<LdapObjectType> types, int pageSize) {
        this.directory = directory;
        this.base = base;
        this.types = types.iterator();
        this.pageSize = pageSize;
    }

    @Override
    public Optional<ImportPage> next() {
        if (closed) {
            throw new IllegalStateException("The import of '" + base + "' has been closed");
        }
        try {
            return fetch() ? Optional.of(page()) : Optional.empty();
        } catch (LDAPException failure) {
            throw brokenOff(failure);
        }
    }

    /** Whether there is an entry to read, after fetching more of them if need be. */
    private boolean fetch() throws LDAPException {
        while (!entries.hasNext()) {
            if (pages == null && !beginNextType()) {
                return false;
            }
            List<SearchResultEntry> fetched = pages.next();
            if (fetched == null) {
                endType();
            } else {
                entries = fetched.iterator();
            }
        }
        return true;
    }

    private boolean beginNextType() throws LDAPException {
        if (!types.hasNext()) {
            return false;
        }
        LdapObjectType type = types.next();
        reader = EntryReader.ofDirectory(type);
        pages = directory.pages(new SearchRequest(base, SearchScope.SUB, type.filter(), type.requested()), pageSize);
        return true;
    }

    private ImportPage page() {
        List<ImportedChange> changes = new ArrayList<>(pageSize);
        List<DiscoveryError> errors = new ArrayList<>();
        while (entries.hasNext() && changes.size() + errors.size() < pageSize) {
            SearchResultEntry entry = entries.next();
            switch (reader.read(entry, entry.getDN())) {
                case EntryReader.Outcome.Read(ImportedChange.Whole object) -> changes.add(object);
                case EntryReader.Outcome.Unreadable(DiscoveryError error) -> errors.add(error);
                case EntryReader.Outcome.NotWanted() -> {}
            }
        }
        return new ImportPage(changes, errors, Optional.empty());
    }

    private ConnectorException brokenOff(LDAPException failure) {
        boolean limited = failure.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)
                || failure.getResultCode().equals(ResultCode.ADMIN_LIMIT_EXCEEDED);
        String advice = limited
                ? "the server gives no more entries to this account; raise its size limit"
                : "not everything was read; import again";
        return new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                "Reading '" + base + "' broke off: " + advice + " ("
                        + LdapErrors.words(failure) + ")",
                failure);
    }

    @Override
    public void close() {
        closed = true;
        endType();
    }

    private void endType() {
        if (pages != null) {
            pages.close();
            pages = null;
        }
    }
}
