package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.ldap.directory.EntryPages;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.Watermark;

/**
 * The time of the last change that each entry bears (RFC 4512, section 3.4.4): for servers that offer nothing else, since deletions are
 * not seen.
 */
final class ModifyTime implements DeltaStrategy {
    static final String NAME = "timestamp";
    static final String TIME = "modifyTimestamp";
    private static final int PAGE = 500;

    private final DirectoryContent content;
    private final Filter anything;
    private final Watermarks watermarks = new Watermarks(NAME);

    ModifyTime(DirectoryContent content) {
        this.content = content;
        List<Filter> read = new ArrayList<>();
        content.types().forEach(type -> read.add(type.filter()));
        read.add(Containers.FILTER);
        this.anything = Filter.createORFilter(read);
    }

    @Override
    public Optional<Watermark> position(String partition) {
        try {
            String latest = LatestSecond.NEVER;
            for (String base : content.scope().bases(partition)) {
                Optional<Long> found =
                        new LatestTime(content.directory(), base, anything, TIME, ModifyTime::value).find();
                String second = found.map(ModifyTime::value).orElse(LatestSecond.NEVER);
                latest = latest.compareTo(second) >= 0 ? latest : second;
            }
            LatestSecond all = new LatestSecond(latest);
            try (Searches searches = modified(all, partition)) {
                EntriesNow now = new EntriesNow(content, partition);
                while (searches.read(now, new Told())) {
                    continue;
                }
            }
            containers(all, partition);
            return Optional.of(watermarks.of(all.text()));
        } catch (LDAPException failure) {
            throw ServerWords.brokenOff(content.scope().base(), failure);
        }
    }

    private static String value(long second) {
        return LatestTime.text(second) + "Z";
    }

    @Override
    public ImportPages since(Watermark watermark, String partition, int pageSize) {
        LatestSecond read = LatestSecond.parse(watermarks.position(watermark));
        try {
            List<ChangeSource> sources = new ArrayList<>();
            List<String> containers = containers(read, partition);
            sources.add(modified(read, partition));
            containers.forEach(dn -> sources.add(Searches.below(content, dn)));
            return new DeltaPages(content, partition, pageSize, sources, watermark,
                    () -> watermarks.of(read.text()));
        } catch (LDAPException failure) {
            throw ServerWords.brokenOff(content.scope().base(), failure);
        }
    }

    @Override
    public Optional<String> blindness(Optional<Instant> lastFull) {
        return Optional.of("By delta '" + NAME + "' no deletion is seen"
                + lastFull.map(when -> ", so none since the full import of " + when.truncatedTo(ChronoUnit.SECONDS))
                        .orElse("")
                + ": run a full import often, or let the server tell what changed in another way (setting 'delta').");
    }

    private Searches modified(LatestSecond read, String partition) {
        Filter since = Filter.createGreaterOrEqualFilter(TIME, read.begin());
        return new Searches(content, content.scope().roots(partition), since,
                (LdapObjectType type, Entry entry) -> read.isNews(type.type().name(), entry), TIME);
    }

    /** Entries with others below them that changed: these may be called otherwise. */
    private List<String> containers(LatestSecond read, String partition) throws LDAPException {
        Filter filter = Filter.createANDFilter(
                Containers.FILTER, Filter.createGreaterOrEqualFilter(TIME, read.begin()));
        List<String> containers = new ArrayList<>();
        for (String base : content.scope().bases(partition)) {
            SearchRequest request = new SearchRequest(base, SearchScope.SUB, filter, TIME);
            try (EntryPages pages = content.directory().pages(request, PAGE)) {
                for (List<SearchResultEntry> page = pages.next(); page != null; page = pages.next()) {
                    page.stream()
                            .filter(entry -> read.isNews("", entry))
                            .map(Entry::getDN)
                            .filter(dn -> !content.scope().isAboveABase(dn))
                            .forEach(containers::add);
                }
            }
        }
        return containers;
    }
}
