package org.syncline.platform.engine.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.platform.engine.port.StoreFixture.key;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.port.Watermarks.ImportState;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.ObjectError.Concern;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;

/** What every store promises of transactions, and of what outlives the process. */
public interface TransactionContract extends StoreFixture {

    private void writeALittleOfEverything(ConnectorSpaceObject account, MetaverseObject person) {
        addUnder(account, key("account"));
        add(person);
        metaverse().markForEvaluation(List.of(person.id()));
        history().rulesetVersion("cc", RunHistoryContract.MORNING);
        history().begin("hr", "export", null, 1, RunHistoryContract.MORNING);
        history().raise(
                List.of(new ObjectError(ObjectError.Origin.EXPORT, Concern.ofObject("hr", account.id(), "t"), "c",
                        "m", null, RunHistoryContract.MORNING)));
        history().markInFlight("hr", List.of(new RunHistory.SentImage(account.id(), account.type(), Delta.delete())));
        history().replaceReferences(List.of(account.id()),
                List.of(new RunHistory.PendingReference("hr", account.id(), "a", "k", "owed")));
        store().watermarks().keep("hr", new ImportState("w", null, 0, null, null, false));
    }

    @Test
    default void writesNothingOfATransactionThatFails() {
        ConnectorSpaceObject kept = joined("kept", 5);
        addUnder(kept, key("kept"));
        ConnectorSpaceObject account = account("a");
        MetaverseObject person = person("p");
        IllegalStateException failure = new IllegalStateException("on purpose");
        StoreStatistics then = store().statistics();

        assertSame(failure, assertThrows(IllegalStateException.class, () -> store().inTransaction(() -> {
            writeALittleOfEverything(account, person);
            space().write(
                    List.of(new ConnectorSpaceChange(kept, kept.with(Link.FILTERED), Set.of(key("kept")), Set.of())));
            assertNotNull(loaded(account.id()));
            assertEquals(List.of(), space().accountsOf(List.of(5L)));
            throw failure;
        })));

        assertEquals(0, store().statistics().since(then).commits());
        assertEquals(List.of(kept), space().load(List.of(kept.id(), account.id())));
        assertEquals(List.of(kept), space().accountsOf(List.of(5L)));
        assertEquals(Map.of(key("kept"), List.of(kept.id())), space().find(List.of(key("kept"), key("account"))));
        assertEquals(1, space().counts("directory").getFirst().objects());
        assertNull(loadedIdentity(person.id()));
        assertEquals(Map.of(), metaverse().counts());
        assertEquals(List.of(), metaverse().markedForEvaluation(0, 10));
        assertEquals(List.of(), history().steps(10));
        assertEquals(List.of(), history().errors("hr"));
        assertEquals(Map.of(), history().inFlight("hr"));
        assertEquals(List.of(), history().pendingReferences("hr"));
        assertEquals(ImportState.NEVER_READ, store().watermarks().of("hr"));
    }

    @Test
    default void canBeUsedAfterATransactionFailed() {
        ConnectorSpaceObject account = account("a");
        assertThrows(StoreException.class, () -> store().inTransaction(() -> {
            add(account);
            add(account);
        }));
        add(account);
        assertEquals(account, loaded(account.id()));
    }

    @Test
    default void neverGivesANumberAgainEvenIfItsTransactionFailed() {
        long[] first = new long[1];
        assertThrows(IllegalStateException.class, () -> store().inTransaction(() -> {
            first[0] = space().reserveIds(10);
            throw new IllegalStateException();
        }));
        assertTrue(space().reserveIds(1) >= first[0] + 10);
    }

    @Test
    default void countsOneCommitForATransactionWithinAnother() {
        StoreStatistics then = store().statistics();
        store().inTransaction(() -> {
            store().inTransaction(() -> add(account("a")));
            add(account("b"));
        });
        assertEquals(1, store().statistics().since(then).commits());
        assertEquals(2, space().counts("directory").getFirst().objects());
    }

    @Test
    default void countsNoCommitWhereNothingWasWritten() {
        StoreStatistics then = store().statistics();
        store().inTransaction(() -> space().load(List.of(1L)));
        StoreStatistics done = store().statistics().since(then);
        assertEquals(0, done.commits());
        assertEquals(Map.of("connector-space.load", 1L), done.statements());
    }

    @Test
    default void keepsEverythingWhenItIsOpenedAgain() {
        ConnectorSpaceObject account = joined("a", 5);
        MetaverseObject person = person("p");
        writeALittleOfEverything(account, person);
        store().makeDurable();
        long last = space().reserveIds(1);

        try (Store reopened = reopened()) {
            assertEquals(List.of(account), reopened.connectorSpace().load(List.of(account.id())));
            assertEquals(Map.of(key("account"), List.of(account.id())),
                    reopened.connectorSpace().find(List.of(key("account"))));
            assertEquals(List.of(person), reopened.metaverse().load(List.of(person.id())));
            assertEquals(1, reopened.runHistory().steps(5).size());
            assertEquals(Set.of(account.id()), reopened.runHistory().inFlight("hr").keySet());
            assertEquals("w", reopened.watermarks().of("hr").watermark());
            assertTrue(reopened.connectorSpace().reserveIds(1) > last);
            assertEquals(1, reopened.connectorSpace().counts("directory").getFirst().joined());
        }
    }
}
