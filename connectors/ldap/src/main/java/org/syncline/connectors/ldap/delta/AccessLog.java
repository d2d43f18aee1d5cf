package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.syncline.connectors.ldap.directory.EntryPages;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.watch.ChangeSignals;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.Watermark;

/**
 * OpenLDAP's log of what was written (overlay accesslog, slapo-accesslog(5)). Its records bear the change sequence numbers of the
 * changes; the log's own entry says up to which number it was trimmed.
 */
final class AccessLog implements DeltaStrategy {
    static final String NAME = "accesslog";
    private static final String LOG = "cn=accesslog";
    private static final String NUMBER = "entryCSN";
    private static final String TRIMMED_TO = "minCSN";
    private static final String TARGET = "reqEntryUUID";
    private static final String TYPE = "reqType";
    private static final int PAGE = 1_000;
    private static final Filter WRITTEN = Filter.createANDFilter(
            Filter.createEqualityFilter("objectClass", "auditWriteObject"),
            Filter.createEqualityFilter("reqResult", "0"));

    private final DirectoryContent content;
    private final Containers containers;
    private final Watermarks watermarks = new Watermarks(NAME);

    private AccessLog(DirectoryContent content) {
        this.content = content;
        this.containers = new Containers(content);
    }

    static DeltaStrategy of(DirectoryContent content) {
        Demands.anchorsAre(Demands.ENTRY_UUID, NAME, content);
        if (!content.directory().announces("namingContexts").contains(LOG)) {
            throw Demands.notOffered(NAME, "the server has no database " + LOG
                    + ": load overlay accesslog for the database, with logops writes");
        }
        return new AccessLog(content);
    }

    /** The log itself tells nothing at once. */
    static ChangeSignals signals(DirectoryContent content) {
        try {
            return ContentSync.signals(content);
        } catch (ConnectorException failure) {
            if (failure.code() == ConnectorException.Code.INVALID_SETTING) {
                throw new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                        "The log of the server tells what changed, but not at once: load overlay syncprov for the"
                                + " database besides, with no more than its name",
                        failure);
            }
            throw failure;
        }
    }

    /** The last records are found by halving: no server gives the greatest number of a log. */
    @Override
    public Optional<Watermark> position(String partition) {
        try {
            ChangeNumbers last = ChangeNumbers.NONE.with(trimmedTo());
            Optional<Long> latest =
                    new LatestTime(content.directory(), LOG, WRITTEN, NUMBER, ChangeNumbers::before).find();
            if (latest.isPresent()) {
                List<String> numbers = new ArrayList<>();
                records(ChangeNumbers.before(latest.get()))
                        .forEach(record -> numbers.add(record.getAttributeValue(NUMBER)));
                last = last.with(numbers);
            }
            return Optional.of(watermarks.of(last.text()));
        } catch (LDAPException failure) {
            throw ServerWords.brokenOff(LOG, failure);
        }
    }

    @Override
    public ImportPages since(Watermark watermark, String partition, int pageSize) {
        String position = watermarks.position(watermark);
        if (!ChangeNumbers.isValid(position)) {
            throw Watermarks.fullImportRequired("The watermark is no position in a log of OpenLDAP", null);
        }
        try {
            ChangeNumbers read = ChangeNumbers.parse(position);
            demandNotTrimmed(read);
            return DeltaPages.of(content, partition, pageSize, touched(read), watermark);
        } catch (LDAPException failure) {
            throw ServerWords.brokenOff(LOG, failure);
        }
    }

    /** The log's own entry bears the number of the first record as long as there is one, and then of the last that was trimmed. */
    private void demandNotTrimmed(ChangeNumbers read) throws LDAPException {
        for (String number : trimmedTo()) {
            if (!read.include(number) && !isRecorded(number)) {
                throw Watermarks.fullImportRequired(
                        "The log " + LOG + " no longer reaches back to the last import (logpurge)", null);
            }
        }
    }

    private boolean isRecorded(String number) throws LDAPException {
        Filter filter = Filter.createANDFilter(WRITTEN, Filter.createEqualityFilter(NUMBER, number));
        return !content.directory().search(new SearchRequest(LOG, SearchScope.ONE, filter, "1.1")).isEmpty();
    }

    private List<String> trimmedTo() throws LDAPException {
        List<SearchResultEntry> log = content.directory()
                .search(new SearchRequest(LOG, SearchScope.BASE, Filter.createPresenceFilter("objectClass"),
                        TRIMMED_TO));
        return log.stream()
                .flatMap(entry -> Stream.ofNullable(entry.getAttributeValues(TRIMMED_TO)).flatMap(Stream::of))
                .toList();
    }

    private Touched touched(ChangeNumbers read) throws LDAPException {
        Set<String> entries = new LinkedHashSet<>();
        Set<String> renamed = new LinkedHashSet<>();
        List<String> numbers = new ArrayList<>();
        for (Entry record : records(read.least())) {
            String number = record.getAttributeValue(NUMBER);
            if (!read.include(number)) {
                numbers.add(number);
                entries.add(record.getAttributeValue(TARGET));
                if ("modrdn".equals(record.getAttributeValue(TYPE))) {
                    renamed.add(record.getAttributeValue(TARGET));
                }
            }
        }
        return new Touched(entries.stream().map(Identity::of).toList(), containers.among(renamed),
                watermarks.of(read.with(numbers).text()));
    }

    private List<Entry> records(String from) throws LDAPException {
        Filter filter = Filter.createANDFilter(WRITTEN, Filter.createGreaterOrEqualFilter(NUMBER, from));
        SearchRequest request = new SearchRequest(LOG, SearchScope.ONE, filter, NUMBER, TARGET, TYPE);
        List<Entry> records = new ArrayList<>();
        try (EntryPages pages = content.directory().pages(request, PAGE)) {
            for (List<SearchResultEntry> page = pages.next(); page != null; page = pages.next()) {
                page.stream().filter(record -> record.hasAttribute(TARGET)).forEach(records::add);
            }
        }
        return records;
    }
}
