package org.syncline.connectors.activedirectory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.experimental.ActiveDirectoryDirSyncControl;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.syncline.connectors.ldap.delta.ChangedValues;
import org.syncline.connectors.ldap.delta.DeltaPages;
import org.syncline.connectors.ldap.delta.DeltaStrategy;
import org.syncline.connectors.ldap.delta.Demands;
import org.syncline.connectors.ldap.delta.Touched;
import org.syncline.connectors.ldap.delta.Watermarks;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.ObjectGuid;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.Watermark;

/**
 * Directory synchronization (MS-ADTS 3.1.1.3.4.1.3): what changed since a cookie, which every domain controller of the domain
 * understands. It is asked of the whole domain, and only for the attributes that are read; of a group it names the members that came
 * and went.
 */
final class DirSync implements DeltaStrategy {

    /** What is told. */
    enum Sight {
        /** Everything, to an account that may replicate the directory. */
        ALL("dirsync", 0),
        /** What the account may read. */
        VISIBLE("dirsync-visible", ActiveDirectoryDirSyncControl.FLAG_OBJECT_SECURITY);

        private final String strategy;
        private final int flags;

        Sight(String strategy, int flags) {
            this.strategy = strategy;
            this.flags = flags | ActiveDirectoryDirSyncControl.FLAG_INCREMENTAL_VALUES;
        }
    }

    private static final int BYTES_AT_ONCE = 1_000_000;
    private static final Filter NOTHING =
            Filter.createNOTFilter(Filter.createPresenceFilter(LdapObjectType.OBJECT_CLASS));
    private static final Set<ResultCode> OF_COOKIE = Set.of(ResultCode.UNAVAILABLE_CRITICAL_EXTENSION,
            ResultCode.PROTOCOL_ERROR, ResultCode.UNWILLING_TO_PERFORM, ResultCode.CONSTRAINT_VIOLATION);

    private final DirectoryContent content;
    private final Sight sight;
    private final Watermarks watermarks;
    private final List<String> domains;
    private final String[] attributes;

    private DirSync(DirectoryContent content, Sight sight) {
        this.content = content;
        this.sight = sight;
        this.watermarks = new Watermarks(sight.strategy);
        this.domains = new TouchedObjects(content).domains();
        this.attributes = attributes(content);
    }

    private static String[] attributes(DirectoryContent content) {
        Set<String> names = new LinkedHashSet<>(TouchedObjects.NEEDED);
        content.types().forEach(type -> names.addAll(List.of(type.requested())));
        return names.toArray(String[]::new);
    }

    static DeltaStrategy of(DirectoryContent content, Sight sight) {
        Demands.anchorsAre(ObjectGuid.ATTRIBUTE, sight.strategy, content);
        DirSync strategy = new DirSync(content, sight);
        if (sight == Sight.VISIBLE) {
            DeletedObjects.demandSight(sight.strategy, strategy.domains, content);
        }
        return strategy;
    }

    /** The control gives a cookie of now only after everything has passed; none of it is sent. */
    @Override
    public Optional<Watermark> position(String partition) {
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String domain : domains) {
            SearchRequest request = new SearchRequest(domain, SearchScope.SUB, NOTHING, ObjectGuid.ATTRIBUTE);
            cookies.put(domain, text(follow(request, null, entry -> {})));
        }
        return Optional.of(watermarks.of(cookies));
    }

    @Override
    public ImportPages since(Watermark watermark, String partition, int pageSize) {
        Map<String, String> after = new LinkedHashMap<>();
        TouchedObjects touched = new TouchedObjects(content);
        ToldValues values = new ToldValues(content);
        Consumer<Entry> entries = entry -> {
            if (touched.concerns(entry) && !values.takes(entry)) {
                touched.add(entry);
            }
        };
        watermarks.positions(watermark, domains).forEach((domain, cookie) -> {
            SearchRequest request = new SearchRequest(domain, SearchScope.SUB, touched.filter(), attributes);
            after.put(domain, text(follow(request, cookie(cookie), entries)));
        });
        Touched all = touched.until(besides(touched, values), watermarks.of(after));
        return DeltaPages.of(content, partition, pageSize, all, watermark);
    }

    private List<ChangedValues> besides(TouchedObjects touched, ToldValues values) {
        try {
            return values.besides(touched);
        } catch (LDAPException failure) {
            throw ServerWords.brokenOff(content.scope().base(), failure);
        }
    }

    private static String text(ASN1OctetString cookie) {
        return Base64.getEncoder().encodeToString(cookie.getValue());
    }

    private static ASN1OctetString cookie(String text) {
        try {
            return new ASN1OctetString(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException malformed) {
            throw Watermarks.fullImportRequired("The watermark is no cookie of a domain controller", malformed);
        }
    }

    /** Asks until there is no more; the cookie to go on from. */
    private ASN1OctetString follow(SearchRequest request, ASN1OctetString from,
            Consumer<? super SearchResultEntry> entries) {
        ASN1OctetString cookie = from;
        boolean hasMore = true;
        try {
            while (hasMore) {
                request.setControls(new ActiveDirectoryDirSyncControl(true, sight.flags, BYTES_AT_ONCE, cookie));
                SearchResult result = content.directory().listen(request);
                ActiveDirectoryDirSyncControl answer = ActiveDirectoryDirSyncControl.get(result);
                if (answer == null || answer.getCookie() == null) {
                    throw Demands.notOffered(sight.strategy, "the server is no domain controller");
                }
                result.getSearchEntries().forEach(entries);
                cookie = answer.getCookie();
                hasMore = answer.getFlags() != 0;
            }
            return cookie;
        } catch (LDAPException failure) {
            throw refused(request.getBaseDN(), from != null, failure);
        }
    }

    private ConnectorException refused(String domain, boolean hadCookie, LDAPException failure) {
        ResultCode code = failure.getResultCode();
        if (code.equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)) {
            return Demands.notOffered(sight.strategy, "the account lacks the right 'Replicating Directory Changes' on '"
                    + domain + "' (" + ServerWords.of(failure)
                    + "): grant it, use 'dirsync-visible', which shows what the account may read");
        }
        if (hadCookie && OF_COOKIE.contains(code)) {
            return Watermarks.fullImportRequired("The domain controller does not accept the watermark of '" + domain
                    + "' (" + ServerWords.of(failure) + ")", failure);
        }
        return code.equals(ResultCode.UNAVAILABLE_CRITICAL_EXTENSION)
                ? Demands.notOffered(sight.strategy, "the server does not know it (" + ServerWords.of(failure) + ")")
                : ServerWords.brokenOff(domain, failure);
    }
}
