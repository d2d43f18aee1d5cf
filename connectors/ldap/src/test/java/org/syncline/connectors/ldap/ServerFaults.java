package org.syncline.connectors.ldap;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedDeleteRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyDNRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.concurrent.atomic.AtomicInteger;

/** What the library's directory answers in the place of what it should, once it is told so. */
final class ServerFaults extends InMemoryOperationInterceptor {
    private volatile String dn = "";
    private volatile LDAPException answer;
    private final AtomicInteger searches = new AtomicInteger(Integer.MAX_VALUE);

    /** From now on, refuses what concerns this entry. */
    void refuse(String entry, ResultCode code, String words) {
        answer = new LDAPException(code, words);
        dn = entry;
    }

    /** Answers so many more searches, and refuses those after them until it is mended. */
    void refuseSearchesAfter(int good, ResultCode code, String words) {
        answer = new LDAPException(code, words, null, new String[]{"ldap://other.example.test/dc=example,dc=test"});
        searches.set(good);
    }

    /** From now on all is well. */
    void mend() {
        dn = "";
        searches.set(Integer.MAX_VALUE);
    }

    private void answer(String entry) throws LDAPException {
        if (!dn.isEmpty() && new DN(dn).equals(new DN(entry))) {
            throw answer;
        }
    }

    @Override
    public void processAddRequest(InMemoryInterceptedAddRequest request) throws LDAPException {
        answer(request.getRequest().getDN());
    }

    @Override
    public void processModifyRequest(InMemoryInterceptedModifyRequest request) throws LDAPException {
        answer(request.getRequest().getDN());
    }

    @Override
    public void processModifyDNRequest(InMemoryInterceptedModifyDNRequest request) throws LDAPException {
        answer(request.getRequest().getDN());
    }

    @Override
    public void processDeleteRequest(InMemoryInterceptedDeleteRequest request) throws LDAPException {
        answer(request.getRequest().getDN());
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
        if (searches.getAndDecrement() <= 0) {
            throw answer;
        }
    }
}
