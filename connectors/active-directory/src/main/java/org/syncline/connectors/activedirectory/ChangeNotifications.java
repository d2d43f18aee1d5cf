package org.syncline.connectors.activedirectory;

import com.unboundid.ldap.sdk.AsyncRequestID;
import com.unboundid.ldap.sdk.AsyncSearchResultListener;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.connectors.ldap.directory.OngoingSearches;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.watch.ChangeSignals;
import org.syncline.connectors.ldap.watch.Heard;
import org.syncline.connectors.spi.ConnectorException;

/**
 * Change notifications (MS-ADTS 3.1.1.3.4.1.9): a search that never ends and gives each object as it changes. Below anything but the head
 * of a domain it would see one level only, and only its scope can be chosen: so it is asked of the whole domain, deleted objects
 * included, and what is not read is passed over.
 *
 * @param domains their heads
 * @param classes whose objects are read, or have others below them
 */
record ChangeNotifications(List<String> domains, Set<String> classes) implements ChangeSignals {
    private static final String NOTIFICATION = "1.2.840.113556.1.4.528";
    private static final String COMPUTER = "computer";

    static ChangeSignals of(DirectoryContent content) {
        if (!content.directory().understands(NOTIFICATION)) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                    "The domain controller does not announce change notifications (supportedControl " + NOTIFICATION
                            + "): name another one in 'server', or leave it to look for changes from time to time");
        }
        TouchedObjects touched = new TouchedObjects(content);
        Set<String> classes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        classes.addAll(TouchedObjects.CONTAINER_CLASSES);
        content.types().forEach(type -> classes.add(type.type().name()));
        return new ChangeNotifications(touched.domains(), classes);
    }

    @Override
    public void begin(OngoingSearches searches, Heard heard) throws LDAPException {
        for (String domain : domains) {
            SearchRequest request = new SearchRequest(new Listener(heard), domain, SearchScope.SUB,
                    Filter.createPresenceFilter(LdapObjectType.OBJECT_CLASS), LdapObjectType.OBJECT_CLASS);
            request.addControl(new Control(NOTIFICATION, true));
            request.addControl(DeletedObjects.SHOWN);
            searches.begin(request);
        }
        searches.demandAnswer();
    }

    /** Computers are users too, which change all the time. */
    private boolean concerns(SearchResultEntry entry) {
        String[] values = entry.getObjectClassValues();
        return values != null && Arrays.stream(values).anyMatch(classes::contains)
                && (classes.contains(COMPUTER)
                        || Arrays.stream(values).noneMatch(name -> name.toLowerCase(Locale.ROOT).equals(COMPUTER)));
    }

    private final class Listener implements AsyncSearchResultListener {
        private static final long serialVersionUID = 1L;

        private final transient Heard heard;

        Listener(Heard heard) {
            this.heard = heard;
        }

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            if (concerns(entry)) {
                heard.changed();
            }
        }

        @Override
        public void searchReferenceReturned(SearchResultReference reference) {}

        @Override
        public void searchResultReceived(AsyncRequestID request, SearchResult result) {
            heard.ended(explained(result));
        }
    }

    /** With plain words before those of the domain controller. */
    static LDAPException explained(SearchResult end) {
        String words = switch (end.getResultCode().intValue()) {
            case ResultCode.ADMIN_LIMIT_EXCEEDED_INT_VALUE ->
                    "it gives no more notifications over one connection (MaxNotificationPerConnection)";
            case ResultCode.UNWILLING_TO_PERFORM_INT_VALUE, ResultCode.UNAVAILABLE_CRITICAL_EXTENSION_INT_VALUE ->
                    "it refuses to notify of changes; they are looked for from time to time";
            case ResultCode.INSUFFICIENT_ACCESS_RIGHTS_INT_VALUE ->
                    "the account may not be notified of the changes of the whole domain";
            default -> null;
        };
        String said = end.getDiagnosticMessage();
        return words == null
                ? new LDAPException(end)
                : new LDAPException(end.getResultCode(), said == null ? words : words + "; " + said.strip());
    }
}
