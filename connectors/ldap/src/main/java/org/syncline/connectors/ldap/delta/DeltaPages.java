package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.Watermark;

/** Reads what changed, page by page. The last page says where the next delta import resumes. */
public final class DeltaPages implements ImportPages {
    private final DirectoryContent content;
    private final EntriesNow now;
    private final int pageSize;
    private final Deque<ChangeSource> sources;
    private final Watermark before;
    private final Supplier<Watermark> after;
    private final Told told = new Told();
    private boolean patches;
    private boolean ended;
    private boolean closed;

    /**
     * @param partition that is read alone; null for all
     * @param before where this delta import resumed
     * @param after where the next one does, asked for when everything has been read
     */
    DeltaPages(DirectoryContent content, String partition, int pageSize, Collection<ChangeSource> sources,
            Watermark before, Supplier<Watermark> after) {
        this.content = content;
        this.now = new EntriesNow(content, partition);
        this.pageSize = pageSize;
        this.sources = new ArrayDeque<>(sources);
        this.before = before;
        this.after = after;
    }

    /** What a log says has been touched. */
    public static DeltaPages of(
            DirectoryContent content, String partition, int pageSize, Touched touched, Watermark before) {
        List<ChangeSource> sources = new ArrayList<>();
        sources.add(new LookedUp(touched.entries()));
        touched.containers().forEach(dn -> sources.add(Searches.below(content, dn)));
        if (!touched.values().isEmpty()) {
            sources.add(new Patches(touched.values()));
        }
        return new DeltaPages(content, partition, pageSize, sources, before, touched::end);
    }

    @Override
    public Optional<ImportPage> next() {
        if (closed) {
            throw new IllegalStateException("The delta import of '" + content.scope().base() + "' has been closed");
        }
        if (ended) {
            return Optional.empty();
        }
        fetch();
        ended = sources.isEmpty() && told.size() <= pageSize;
        ImportPage page = told.page(pageSize, ended ? news() : Optional.empty());
        boolean saysNothing = page.changes().isEmpty() && page.errors().isEmpty() && page.watermark().isEmpty();
        return saysNothing ? Optional.empty() : Optional.of(page);
    }

    private Optional<Watermark> news() {
        return Optional.of(after.get()).filter(watermark -> !watermark.equals(before));
    }

    /** Reads until there is more than a page, or nothing more. */
    private void fetch() {
        try {
            while (!sources.isEmpty() && told.size() <= pageSize && !waits()) {
                if (!sources.element().read(now, told)) {
                    sources.remove().close();
                }
            }
        } catch (LDAPException failure) {
            throw ServerWords.brokenOff(content.scope().base(), failure);
        }
    }

    /** Values may name others as they are called by now: these are told before, on pages of their own. */
    private boolean waits() {
        patches |= sources.element() instanceof Patches && told.size() == 0;
        return sources.element() instanceof Patches && !patches;
    }

    @Override
    public void close() {
        closed = true;
        sources.forEach(ChangeSource::close);
    }
}
