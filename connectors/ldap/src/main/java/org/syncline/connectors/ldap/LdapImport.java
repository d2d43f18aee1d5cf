package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.EntryPages;
import org.syncline.connectors.ldap.directory.PagesAhead;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.EntryReader;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.LdapScope;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.Watermark;

/** Reads everything that is selected: a search for each object type and root, page by page. */
final class LdapImport implements ImportPages {
    private final Directory directory;
    private final LdapScope scope;
    private final Optional<Watermark> position;
    private final String partition;
    private final int pageSize;
    private final Iterator<Search> searches;
    private String root;
    private Iterator<SearchResultEntry> entries = List.<SearchResultEntry>of().iterator();
    private EntryReader reader;
    private EntryPages pages;
    private boolean ended;
    private boolean closed;

    private record Search(LdapObjectType type, String root) {}

    /**
     * @param position where a delta import resumes that is to tell everything that happens from now on
     * @param partition null for all
     */
    LdapImport(DirectoryContent content, Optional<Watermark> position, String partition, int pageSize) {
        this.directory = content.directory();
        this.scope = content.scope();
        this.position = position;
        this.partition = partition;
        this.root = scope.base();
        this.searches = content.types().stream()
                .flatMap(type -> scope.roots(partition).stream().map(from -> new Search(type, from)))
                .iterator();
        this.pageSize = pageSize;
    }

    @Override
    public Optional<ImportPage> next() {
        if (closed) {
            throw new IllegalStateException("The import of '" + root + "' has been closed");
        }
        try {
            return fetch() ? Optional.of(page()) : end();
        } catch (LDAPException failure) {
            throw ServerWords.brokenOff(root, failure);
        }
    }

    /** The position comes in a page of its own: that there is no further entry shows too late for the page before. */
    private Optional<ImportPage> end() {
        boolean isFirst = !ended;
        ended = true;
        return isFirst && position.isPresent()
                ? Optional.of(new ImportPage(List.of(), List.of(), position))
                : Optional.empty();
    }

    /** Whether there is an entry to read, after fetching more of them if need be. */
    private boolean fetch() throws LDAPException {
        while (!entries.hasNext()) {
            if (pages == null && !beginNextSearch()) {
                return false;
            }
            List<SearchResultEntry> fetched = pages.next();
            if (fetched == null) {
                endSearch();
            } else {
                entries = selected(fetched);
            }
        }
        return true;
    }

    private Iterator<SearchResultEntry> selected(List<SearchResultEntry> fetched) {
        return fetched.stream().filter(entry -> scope.selects(entry.getDN(), root, partition)).iterator();
    }

    private boolean beginNextSearch() throws LDAPException {
        if (!searches.hasNext()) {
            return false;
        }
        Search search = searches.next();
        root = search.root();
        reader = EntryReader.ofDirectory(search.type());
        pages = new PagesAhead(directory.pages(
                new SearchRequest(root, SearchScope.SUB, search.type().filter(), search.type().requested()), pageSize));
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

    @Override
    public void close() {
        closed = true;
        endSearch();
    }

    private void endSearch() {
        if (pages != null) {
            pages.close();
            pages = null;
        }
    }
}
