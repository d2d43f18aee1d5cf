package org.syncline.connectors.ldap.delta;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.AsyncRequestID;
import com.unboundid.ldap.sdk.AsyncSearchResultListener;
import com.unboundid.ldap.sdk.IntermediateResponse;
import com.unboundid.ldap.sdk.IntermediateResponseListener;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.controls.ContentSyncInfoIntermediateResponse;
import com.unboundid.ldap.sdk.controls.ContentSyncRequestControl;
import com.unboundid.ldap.sdk.controls.ContentSyncRequestMode;
import java.util.Map;
import org.syncline.connectors.ldap.directory.OngoingSearches;
import org.syncline.connectors.ldap.watch.ChangeSignals;
import org.syncline.connectors.ldap.watch.Heard;

/** Content synchronization (RFC 4533) that goes on: from the state as it is, so that no content is sent first. */
final class ContentSignals implements ChangeSignals {
    private final Map<String, String> cookies;
    private final ContentSync content;

    /** @param cookies of the state as it is, by base */
    ContentSignals(ContentSync content, Map<String, String> cookies) {
        this.content = content;
        this.cookies = cookies;
    }

    @Override
    public void begin(OngoingSearches searches, Heard heard) throws LDAPException {
        for (Map.Entry<String, String> base : cookies.entrySet()) {
            Listener listener = new Listener(heard);
            SearchRequest request = content.request(listener, base.getKey());
            request.setIntermediateResponseListener(listener);
            request.addControl(new ContentSyncRequestControl(ContentSyncRequestMode.REFRESH_AND_PERSIST,
                    new ASN1OctetString(base.getValue()), false));
            heard.expect();
            searches.begin(request);
        }
    }

    /** Every entry and every set of entries is a change; the end of the refresh, which has none, says that the server now watches. */
    private record Listener(Heard heard) implements AsyncSearchResultListener, IntermediateResponseListener {
        private static final long serialVersionUID = 1L;

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            heard.changed();
        }

        @Override
        public void searchReferenceReturned(SearchResultReference reference) {}

        @Override
        public void intermediateResponseReturned(IntermediateResponse response) {
            try {
                ContentSyncInfoIntermediateResponse info = ContentSyncInfoIntermediateResponse.decode(response);
                switch (info.getType()) {
                    case SYNC_ID_SET -> heard.changed();
                    case REFRESH_DELETE, REFRESH_PRESENT -> {
                        if (info.refreshDone()) {
                            heard.ready();
                        }
                    }
                    case NEW_COOKIE -> {}
                }
            } catch (LDAPException malformed) {
                heard.ended(malformed);
            }
        }

        @Override
        public void searchResultReceived(AsyncRequestID request, SearchResult result) {
            heard.ended(new LDAPException(result));
        }
    }
}
