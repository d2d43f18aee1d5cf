package org.syncline.connectors.ldap.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PagesAheadTest {

    /** Three pages of one entry; fails where the third should come if it is to. */
    private static final class Pages implements EntryPages {
        private final Semaphore asked = new Semaphore(0);
        private final Semaphore answers = new Semaphore(0);
        private final LDAPException failure;
        private int given;
        private boolean closed;

        Pages(LDAPException failure) {
            this.failure = failure;
        }

        @Override
        public List<SearchResultEntry> next() throws LDAPException {
            asked.release();
            answers.acquireUninterruptibly();
            given++;
            if (given == 3 && failure != null) {
                throw failure;
            }
            return given > 3 ? null : List.of(new SearchResultEntry("ou=" + given, new Attribute[0]));
        }

        boolean wasAsked() throws InterruptedException {
            return asked.tryAcquire(20, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void asksForTheNextPageBeforeAnybodyWantsIt() throws Exception {
        Pages pages = new Pages(null);
        try (PagesAhead ahead = new PagesAhead(pages)) {
            assertTrue(pages.wasAsked());
            pages.answers.release();
            assertEquals("ou=1", ahead.next().getFirst().getDN());
            assertTrue(pages.wasAsked());
            assertFalse(pages.asked.tryAcquire());
            pages.answers.release(10);
            assertEquals("ou=2", ahead.next().getFirst().getDN());
            assertEquals("ou=3", ahead.next().getFirst().getDN());
            assertNull(ahead.next());
            assertNull(ahead.next());
            assertEquals(4, pages.given);
        }
        assertTrue(pages.closed);
    }

    @Test
    void whatGoesWrongShowsWhereThePageWouldBe() throws Exception {
        LDAPException failure = new LDAPException(ResultCode.SERVER_DOWN, "gone");
        Pages pages = new Pages(failure);
        pages.answers.release(10);
        try (PagesAhead ahead = new PagesAhead(pages)) {
            ahead.next();
            ahead.next();
            assertSame(failure, assertThrows(LDAPException.class, ahead::next));
        }
        assertTrue(pages.closed);
    }

    @Test
    void isClosedOnlyWhenThePageThatWasAskedForHasCome() throws Exception {
        Pages pages = new Pages(null);
        PagesAhead ahead = new PagesAhead(pages);
        Thread closing = Thread.ofPlatform().start(ahead::close);
        assertTrue(pages.wasAsked());
        assertFalse(pages.closed);
        pages.answers.release();
        closing.join();
        assertTrue(pages.closed);
        assertEquals(1, pages.given);
    }
}
