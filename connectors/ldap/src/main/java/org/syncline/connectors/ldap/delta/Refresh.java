package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.IntermediateResponse;
import com.unboundid.ldap.sdk.IntermediateResponseListener;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.controls.ContentSyncDoneControl;
import com.unboundid.ldap.sdk.controls.ContentSyncInfoIntermediateResponse;
import com.unboundid.ldap.sdk.controls.ContentSyncInfoType;
import com.unboundid.ldap.sdk.controls.ContentSyncState;
import com.unboundid.ldap.sdk.controls.ContentSyncStateControl;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** What one refresh (RFC 4533, section 3.3) says. */
final class Refresh implements SearchResultListener, IntermediateResponseListener {
    private static final long serialVersionUID = 1L;

    private final Set<String> touched = new LinkedHashSet<>();
    private boolean isPresentPhase;
    private String cookie;
    private LDAPException malformed;

    /** The same request, which tells what it gets. */
    SearchRequest request(SearchRequest search) {
        SearchRequest listening = new SearchRequest(this, search.getBaseDN(), search.getScope(), search.getFilter(),
                search.getAttributes());
        listening.setIntermediateResponseListener(this);
        return listening;
    }

    @Override
    public void searchEntryReturned(SearchResultEntry entry) {
        try {
            ContentSyncStateControl control = ContentSyncStateControl.get(entry);
            if (control != null && control.getState() == ContentSyncState.PRESENT) {
                isPresentPhase = true;
            } else if (control != null) {
                touch(control.getEntryUUID());
            }
        } catch (LDAPException failure) {
            malformed = failure;
        }
    }

    @Override
    public void searchReferenceReturned(SearchResultReference reference) {}

    @Override
    public void intermediateResponseReturned(IntermediateResponse response) {
        try {
            ContentSyncInfoIntermediateResponse info = ContentSyncInfoIntermediateResponse.decode(response);
            boolean namesWhatIsThere =
                    info.getType() == ContentSyncInfoType.SYNC_ID_SET && !info.refreshDeletes();
            isPresentPhase |= namesWhatIsThere || info.getType() == ContentSyncInfoType.REFRESH_PRESENT;
            if (info.getType() == ContentSyncInfoType.SYNC_ID_SET && info.refreshDeletes()) {
                info.getEntryUUIDs().forEach(this::touch);
            }
        } catch (LDAPException failure) {
            malformed = failure;
        }
    }

    private void touch(UUID entry) {
        touched.add(entry.toString());
    }

    void end(ContentSyncDoneControl done) throws LDAPException {
        if (malformed != null) {
            throw malformed;
        }
        if (done.getCookie() != null) {
            cookie = done.getCookie().stringValue();
            isPresentPhase |= !done.refreshDeletes();
        }
    }

    /** The {@code entryUUID}s of what was added, changed or deleted, and of what no longer is what was searched for. */
    Set<String> touched() {
        return touched;
    }

    /** Whether the server says what is there instead of what is gone. */
    boolean isPresentPhase() {
        return isPresentPhase;
    }

    /** Where the next one resumes; null if the server says nothing new. */
    String cookie() {
        return cookie;
    }
}
