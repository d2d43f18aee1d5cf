package org.syncline.connectors.ldap.delta;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.ContentSyncDoneControl;
import com.unboundid.ldap.sdk.controls.ContentSyncRequestControl;
import com.unboundid.ldap.sdk.controls.ContentSyncRequestMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.watch.ChangeSignals;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.Watermark;

/**
 * LDAP content synchronization (RFC 4533) as OpenLDAP does it: a refresh from a cookie that is a change sequence number of the
 * database.
 *
 * <p>A server that no longer knows what was deleted names all that is there instead (the present phase). What is gone could then only
 * be told from what was there, which is what a full import does.
 */
final class ContentSync implements DeltaStrategy {
    static final String NAME = "syncrepl";
    private static final Pattern COOKIE =
            Pattern.compile("(rid=\\d+,)?(sid=[0-9a-f]+,)?csn=" + ChangeNumbers.CSN + "(;" + ChangeNumbers.CSN + ")*");
    private static final Filter NOTHING =
            Filter.createNOTFilter(Filter.createPresenceFilter(LdapObjectType.OBJECT_CLASS));
    private static final String NO_ATTRIBUTES = "1.1";
    private static final String NUMBER = "entryCSN";

    private final DirectoryContent content;
    private final Containers containers;
    private final Filter filter;
    private final Watermarks watermarks = new Watermarks(NAME);

    private ContentSync(DirectoryContent content) {
        this.content = content;
        this.containers = new Containers(content);
        List<Filter> read = new ArrayList<>();
        content.types().forEach(type -> read.add(type.filter()));
        read.add(Containers.FILTER);
        this.filter = Filter.createORFilter(read);
    }

    static ContentSync of(DirectoryContent content) {
        Demands.anchorsAre(Demands.ENTRY_UUID, NAME, content);
        Demands.control(ContentSyncRequestControl.SYNC_REQUEST_OID, "content synchronization (RFC 4533)",
                "load overlay syncprov for the database", NAME, content);
        return new ContentSync(content);
    }

    @Override
    public Optional<Watermark> position(String partition) {
        return Optional.of(watermarks.of(cookies(partition)));
    }

    /** How a server that synchronizes content tells changes at once. */
    static ChangeSignals signals(DirectoryContent content) {
        ContentSync sync = of(content);
        return new ContentSignals(sync, sync.cookies(null));
    }

    /** OpenLDAP's cookie does not depend on what is searched for. */
    private Map<String, String> cookies(String partition) {
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String base : content.scope().bases(partition)) {
            SearchRequest request = new SearchRequest(base, SearchScope.BASE, NOTHING, NO_ATTRIBUTES);
            Refresh refresh = refresh(request, null);
            String cookie = refresh.cookie();
            if (cookie == null || !COOKIE.matcher(cookie).matches()) {
                throw Demands.notOffered(NAME,
                        "the cookie that the server gave for '" + base + "' is none of OpenLDAP");
            }
            cookies.put(base, cookie);
        }
        return cookies;
    }

    /** A search for all that is read under a base, and no attributes of it. */
    SearchRequest request(SearchResultListener listener, String base) {
        return new SearchRequest(listener, base, SearchScope.SUB, filter, NO_ATTRIBUTES);
    }

    @Override
    public ImportPages since(Watermark watermark, String partition, int pageSize) {
        Map<String, String> before = watermarks.positions(watermark, content.scope().bases(partition));
        Map<String, String> after = new LinkedHashMap<>();
        Set<String> touched = new LinkedHashSet<>();
        before.forEach((base, cookie) -> {
            if (!COOKIE.matcher(cookie).matches()) {
                throw Watermarks.fullImportRequired("The watermark of '" + base + "' is no cookie of OpenLDAP", null);
            }
            SearchRequest request = new SearchRequest(base, SearchScope.SUB, filter, NO_ATTRIBUTES);
            Refresh refresh = refresh(request, cookie);
            after.put(base, next(base, cookie, refresh));
            touched.addAll(refresh.touched());
            touched.addAll(ahead(base, after.get(base)));
        });
        List<Identity> entries = touched.stream().map(Identity::of).toList();
        return DeltaPages.of(content, partition, pageSize,
                new Touched(entries, containers.among(touched), watermarks.of(after)), watermark);
    }

    /** Where nothing changed there is no new cookie. */
    private static String next(String base, String cookie, Refresh refresh) {
        if (refresh.isPresentPhase()) {
            throw Watermarks.fullImportRequired("The server no longer knows what was deleted under '" + base
                    + "' since the last import: it was restarted, or more was changed than its session log holds"
                    + " (syncprov-sessionlog; with syncprov-sessionlog-source it survives a restart)", null);
        }
        if (refresh.cookie() == null && refresh.touched().isEmpty()) {
            return cookie;
        }
        if (refresh.cookie() == null || !COOKIE.matcher(refresh.cookie()).matches()) {
            throw Watermarks.fullImportRequired("The server does not accept the watermark of '" + base + "'", null);
        }
        return refresh.cookie();
    }

    /**
     * The entries that changed after what the server calls its state. Of two changes that it makes at once, the later one may be ready,
     * and answered, first; then the state is that of the earlier one until there is a third (seen on OpenLDAP 2.5).
     */
    private List<String> ahead(String base, String cookie) {
        ChangeNumbers state = ChangeNumbers.in(cookie);
        Filter later = Filter.createANDFilter(filter, Filter.createGreaterOrEqualFilter(NUMBER, state.greatest()));
        try {
            return content.directory()
                    .search(new SearchRequest(base, SearchScope.SUB, later, NUMBER, Demands.ENTRY_UUID)).stream()
                    .filter(entry -> entry.hasAttribute(NUMBER) && !state.include(entry.getAttributeValue(NUMBER)))
                    .map(entry -> entry.getAttributeValue(Demands.ENTRY_UUID))
                    .toList();
        } catch (LDAPException failure) {
            throw ServerWords.brokenOff(base, failure);
        }
    }

    private Refresh refresh(SearchRequest request, String cookie) {
        Refresh refresh = new Refresh();
        SearchRequest listening = refresh.request(request);
        listening.addControl(new ContentSyncRequestControl(ContentSyncRequestMode.REFRESH_ONLY,
                cookie == null ? null : new ASN1OctetString(cookie), false));
        try {
            SearchResult result = content.directory().listen(listening);
            ContentSyncDoneControl done = ContentSyncDoneControl.get(result);
            if (done == null) {
                throw doesNotSynchronize(request);
            }
            refresh.end(done);
            return refresh;
        } catch (LDAPException failure) {
            if (failure.getResultCode().equals(ResultCode.UNAVAILABLE_CRITICAL_EXTENSION)) {
                throw doesNotSynchronize(request);
            }
            if (cookie != null && isRefused(failure.getResultCode())) {
                throw Watermarks.fullImportRequired("The server does not accept the watermark of '"
                        + request.getBaseDN() + "' (" + ServerWords.of(failure) + ")", failure);
            }
            throw ServerWords.brokenOff(request.getBaseDN(), failure);
        }
    }

    private static ConnectorException doesNotSynchronize(SearchRequest request) {
        return Demands.notOffered(NAME, "the database of '" + request.getBaseDN()
                + "' does not synchronize content: load overlay syncprov for it");
    }

    /** OpenLDAP is unwilling to go on from a cookie that is newer than itself: it was restored from a backup. */
    private static boolean isRefused(ResultCode code) {
        return code.equals(ResultCode.E_SYNC_REFRESH_REQUIRED) || code.equals(ResultCode.UNWILLING_TO_PERFORM);
    }
}
