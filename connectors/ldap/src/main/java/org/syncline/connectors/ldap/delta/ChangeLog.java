package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.syncline.connectors.ldap.directory.EntryPages;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.Watermark;

/** The change log of draft-good-ldap-changelog, such as the Retro Changelog of 389 Directory Server; its records are numbered. */
final class ChangeLog implements DeltaStrategy {
    static final String NAME = "changelog";
    private static final String LOG = "changeLog";
    private static final String FIRST = "firstChangeNumber";
    private static final String LAST = "lastChangeNumber";
    private static final Filter ANY = Filter.createPresenceFilter("objectClass");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final int PAGE = 1_000;

    /** The numbers of the records there are. */
    private record Numbers(long first, long last) {}

    private final DirectoryContent content;
    private final String log;
    private final Watermarks watermarks = new Watermarks(NAME);

    private ChangeLog(DirectoryContent content, String log) {
        this.content = content;
        this.log = log;
    }

    static DeltaStrategy of(DirectoryContent content) {
        String log = content.directory().announces(LOG).stream()
                .findFirst()
                .orElseThrow(() -> Demands.notOffered(NAME,
                        "the server announces no change log (attribute changeLog of the root DSE): switch it on there"));
        return new ChangeLog(content, log);
    }

    @Override
    public Optional<Watermark> position(String partition) {
        try {
            return Optional.of(watermarks.of(Long.toString(numbers().last())));
        } catch (LDAPException failure) {
            throw ServerWords.brokenOff(log, failure);
        }
    }

    @Override
    public ImportPages since(Watermark watermark, String partition, int pageSize) {
        String position = watermarks.position(watermark);
        if (!NUMBER.matcher(position).matches()) {
            throw Watermarks.fullImportRequired("The watermark is no number in a change log", null);
        }
        try {
            return DeltaPages.of(content, partition, pageSize, touched(Long.parseLong(position)), watermark);
        } catch (LDAPException failure) {
            throw ServerWords.brokenOff(log, failure);
        }
    }

    private Touched touched(long read) throws LDAPException {
        Numbers numbers = numbers();
        if (read > numbers.last()) {
            throw Watermarks.fullImportRequired("The change log " + log + " ends at " + numbers.last()
                    + ", before the watermark " + read + ": it was begun anew, or is that of another server", null);
        }
        if (read + 1 < numbers.first()) {
            throw Watermarks.fullImportRequired("The change log " + log + " begins at " + numbers.first()
                    + " and no longer reaches back to the watermark " + read, null);
        }
        LoggedChanges changes = new LoggedChanges(content);
        if (read < numbers.last()) {
            read(read + 1, numbers.last(), changes);
        }
        return changes.touched(watermarks.of(Long.toString(numbers.last())));
    }

    private void read(long from, long to, LoggedChanges changes) throws LDAPException {
        Filter filter = Filter.createANDFilter(
                Filter.createGreaterOrEqualFilter(LoggedChanges.NUMBER, Long.toString(from)),
                Filter.createLessOrEqualFilter(LoggedChanges.NUMBER, Long.toString(to)));
        SearchRequest request = new SearchRequest(log, SearchScope.ONE, filter, LoggedChanges.REQUESTED);
        try (EntryPages pages = content.directory().pages(request, PAGE)) {
            for (List<SearchResultEntry> page = pages.next(); page != null; page = pages.next()) {
                for (Entry record : page) {
                    changes.add(record);
                }
            }
        }
    }

    private Numbers numbers() throws LDAPException {
        List<SearchResultEntry> root =
                content.directory().search(new SearchRequest("", SearchScope.BASE, ANY, FIRST, LAST));
        return new Numbers(number(root, FIRST), number(root, LAST));
    }

    private static long number(List<SearchResultEntry> root, String attribute) {
        Long number = root.isEmpty() ? null : root.getFirst().getAttributeValueAsLong(attribute);
        if (number == null) {
            throw Demands.notOffered(NAME, "the account that reads may not see " + attribute + " of the root DSE");
        }
        return number;
    }
}
