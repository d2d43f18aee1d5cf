package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Asks for the next page while the one before is worked on, so that the server never waits. */
public final class PagesAhead implements EntryPages {
    private final EntryPages pages;
    private FutureTask<List<SearchResultEntry>> coming;

    /** Asks for the first page at once. */
    public PagesAhead(EntryPages pages) {
        this.pages = pages;
        this.coming = ask();
    }

    private FutureTask<List<SearchResultEntry>> ask() {
        FutureTask<List<SearchResultEntry>> page = new FutureTask<>(pages::next);
        Thread.ofVirtual().name("ldap-page").start(page);
        return page;
    }

    @Override
    public List<SearchResultEntry> next() throws LDAPException {
        List<SearchResultEntry> page = await();
        if (page != null) {
            coming = ask();
        }
        return page;
    }

    private List<SearchResultEntry> await() throws LDAPException {
        try {
            return coming.get();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new LDAPException(ResultCode.USER_CANCELED, "Interrupted while a page was read", interruption);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof LDAPException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("A page could not be read", failure.getCause());
        }
    }

    /** Waits for the page that was asked for: the pages belong to one thread at a time. */
    @Override
    public void close() {
        try {
            coming.get();
        } catch (ExecutionException ofNoInterest) {
            // whoever closes does not want the page any more
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        } finally {
            pages.close();
        }
    }
}
