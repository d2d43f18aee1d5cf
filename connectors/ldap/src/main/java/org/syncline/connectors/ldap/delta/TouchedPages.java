package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.Watermark;

/** Reads what has been {@linkplain Touched touched}, page by page. The last page says where the next delta import resumes. */
public final class TouchedPages implements ImportPages {
    private static final int LOOKED_UP_AT_ONCE = 100;

    private final DirectoryContent content;
    private final EntriesNow now;
    private final int pageSize;
    private final List<Identity> entries;
    private final Iterator<String> containers;
    private final Optional<Watermark> news;
    private final Told told = new Told();
    private Subtree subtree;
    private int lookedUp;
    private boolean ended;
    private boolean closed;

    /**
     * @param partition that is read alone; null for all
     * @param before where this delta import resumed
     */
    public TouchedPages(DirectoryContent content, String partition, int pageSize, Touched touched, Watermark before) {
        this.content = content;
        this.now = new EntriesNow(content, partition);
        this.pageSize = pageSize;
        this.entries = touched.entries();
        this.containers = touched.containers().iterator();
        this.news = touched.end().equals(before) ? Optional.empty() : Optional.of(touched.end());
    }

    @Override
    public Optional<ImportPage> next() {
        if (closed) {
            throw new IllegalStateException("The delta import of '" + content.scope().base() + "' has been closed");
        }
        if (ended) {
            return Optional.empty();
        }
        boolean hasMore = fetch();
        ended = !hasMore && told.size() <= pageSize;
        ImportPage page = told.page(pageSize, ended ? news : Optional.empty());
        boolean saysNothing = page.changes().isEmpty() && page.errors().isEmpty() && page.watermark().isEmpty();
        return saysNothing ? Optional.empty() : Optional.of(page);
    }

    /** Reads until there is more than a page, or nothing more. */
    private boolean fetch() {
        try {
            boolean hasMore = true;
            while (hasMore && told.size() <= pageSize) {
                hasMore = readMore();
            }
            return hasMore;
        } catch (LDAPException failure) {
            throw ServerWords.brokenOff(content.scope().base(), failure);
        }
    }

    private boolean readMore() throws LDAPException {
        if (lookedUp < entries.size()) {
            int end = Math.min(lookedUp + LOOKED_UP_AT_ONCE, entries.size());
            now.read(entries.subList(lookedUp, end), told);
            lookedUp = end;
            return true;
        }
        if (subtree != null && subtree.read(now, told)) {
            return true;
        }
        boolean isAnother = containers.hasNext();
        subtree = isAnother ? new Subtree(content, containers.next(), Math.max(pageSize, LOOKED_UP_AT_ONCE)) : null;
        return isAnother;
    }

    @Override
    public void close() {
        closed = true;
        if (subtree != null) {
            subtree.close();
        }
    }
}
