package org.syncline.connectors.activedirectory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.ldap.delta.DeltaPages;
import org.syncline.connectors.ldap.delta.DeltaStrategy;
import org.syncline.connectors.ldap.delta.Demands;
import org.syncline.connectors.ldap.delta.Watermarks;
import org.syncline.connectors.ldap.directory.EntryPages;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.ObjectGuid;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.Watermark;

/**
 * The numbers a domain controller gives to changes (update sequence numbers). They are its own: those of another one, or of the same
 * after it was restored from a backup, mean something else.
 */
final class UsnPolling implements DeltaStrategy {
    private static final String NAME = "usn";
    private static final String NUMBER = "uSNChanged";
    private static final String HIGHEST = "highestCommittedUSN";
    private static final String SERVICE = "dsServiceName";
    private static final String INVOCATION = "invocationId";
    private static final Filter ANY = Filter.createPresenceFilter(LdapObjectType.OBJECT_CLASS);
    private static final int PAGE = 1_000;

    private final DirectoryContent content;
    private final Watermarks watermarks = new Watermarks(NAME);

    /**
     * How far a domain controller has come.
     *
     * @param invocation of its database
     */
    private record Position(String invocation, long number) {
        private static final char SEPARATOR = ':';

        static Position parse(String text) {
            int separator = text.indexOf(SEPARATOR);
            try {
                return new Position(text.substring(0, Math.max(separator, 0)),
                        Long.parseLong(text.substring(separator + 1)));
            } catch (NumberFormatException malformed) {
                throw Watermarks.fullImportRequired("The watermark is no number of a domain controller", malformed);
            }
        }

        String text() {
            return invocation + SEPARATOR + number;
        }
    }

    private UsnPolling(DirectoryContent content) {
        this.content = content;
    }

    static DeltaStrategy of(DirectoryContent content) {
        Demands.anchorsAre(ObjectGuid.ATTRIBUTE, NAME, content);
        UsnPolling polling = new UsnPolling(content);
        polling.now();
        DeletedObjects.demandSight(NAME, new TouchedObjects(content).domains(), content);
        return polling;
    }

    @Override
    public Optional<Watermark> position(String partition) {
        return Optional.of(watermarks.of(now().text()));
    }

    private Position now() {
        try {
            Entry root = read("", HIGHEST, SERVICE);
            String service = root.getAttributeValue(SERVICE);
            byte[] invocation = service == null ? null : read(service, INVOCATION).getAttributeValueBytes(INVOCATION);
            Long highest = root.getAttributeValueAsLong(HIGHEST);
            if (invocation == null || highest == null) {
                throw Demands.notOffered(NAME, "the server is no domain controller, or the account may not read its "
                        + INVOCATION);
            }
            return new Position(ObjectGuid.text(invocation), highest);
        } catch (LDAPException failure) {
            throw ServerWords.brokenOff(HIGHEST, failure);
        }
    }

    private Entry read(String dn, String... attributes) throws LDAPException {
        List<SearchResultEntry> found =
                content.directory().search(new SearchRequest(dn, SearchScope.BASE, ANY, attributes));
        return found.isEmpty() ? new Entry(dn) : found.getFirst();
    }

    @Override
    public ImportPages since(Watermark watermark, String partition, int pageSize) {
        Position before = Position.parse(watermarks.position(watermark));
        Position now = now();
        if (!before.invocation().equals(now.invocation()) || before.number() > now.number()) {
            throw Watermarks
                    .fullImportRequired("The watermark is that of another domain controller, or of this one before"
                            + " it was restored", null);
        }
        TouchedObjects touched = new TouchedObjects(content);
        for (String domain : touched.domains()) {
            addTouched(domain, before.number() + 1, touched);
        }
        return DeltaPages.of(content, partition, pageSize, touched.until(List.of(), watermarks.of(now.text())),
                watermark);
    }

    private void addTouched(String domain, long from, TouchedObjects touched) {
        Filter filter = Filter.createANDFilter(
                Filter.createGreaterOrEqualFilter(NUMBER, String.valueOf(from)), touched.filter());
        SearchRequest request = new SearchRequest(domain, SearchScope.SUB, filter,
                TouchedObjects.NEEDED.toArray(String[]::new));
        request.addControl(DeletedObjects.SHOWN);
        try (EntryPages pages = content.directory().pages(request, PAGE)) {
            for (List<SearchResultEntry> page = pages.next(); page != null; page = pages.next()) {
                page.forEach(touched::add);
            }
        } catch (LDAPException failure) {
            throw ServerWords.brokenOff(domain, failure);
        }
    }
}
