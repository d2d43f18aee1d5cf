package org.syncline.platform.engine.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.platform.engine.port.RunHistory.StepRecord;
import org.syncline.platform.engine.port.Watermarks.ImportState;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.ObjectError.Origin;
import org.syncline.platform.engine.run.StepResult;

/** What every store promises of the run history and the watermarks. */
public interface RunHistoryContract extends StoreFixture {
    Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    Instant EVENING = Instant.parse("2026-11-23T20:00:00.123456789Z");

    private static ObjectError error(Origin origin, long object, String title, Instant seen) {
        return new ObjectError(origin, "hr", object, title, "ambiguous-join", "two ü", "r at x.xml:3", seen, 1);
    }

    @Test
    default void numbersTheVersionsOfTheRules() {
        long one = history().rulesetVersion("aa", MORNING);
        long two = history().rulesetVersion("bb", EVENING);
        assertNotEquals(one, two);
        assertEquals(one + 1, two);
        assertEquals(one, history().rulesetVersion("aa", EVENING));
    }

    @Test
    default void keepsSteps() {
        long first = history().begin("hr", "full-import", "daily", 4, MORNING);
        long second = history().begin("ad", "export", null, 4, EVENING);
        Counters counters = new Counters();
        counters.add(Counter.STAGE_ADD, 12_345_678_901L);
        counters.count(Counter.EXPORT_DELETE);
        history().end(first, StepResult.STOPPED_READ_GUARD, counters, "half", EVENING);

        List<StepRecord> steps = history().steps(10);
        assertEquals(List.of(second, first), steps.stream().map(StepRecord::id).toList());
        StepRecord running = steps.getFirst();
        assertEquals(new StepRecord(second, "ad", "export", null, 4, EVENING, null, null, null, null), running);
        StepRecord ended = steps.getLast();
        assertEquals(counters.asMap(), ended.counters().asMap());
        assertEquals(
                new StepRecord(first, "hr", "full-import", "daily", 4, MORNING, EVENING, StepResult.STOPPED_READ_GUARD,
                        ended.counters(), "half"),
                ended);
        assertEquals(1, history().steps(1).size());
        assertThrows(StoreException.class, () -> history().end(999, StepResult.SUCCESS, counters, null, EVENING));
    }

    @Test
    default void countsAnErrorThatIsOpenAlready() {
        history().raise(List.of(error(Origin.SYNCHRONIZATION, 7, "ann", MORNING)));
        ObjectError again = new ObjectError(
                Origin.SYNCHRONIZATION, "hr", 7, "anna", "ambiguous-join", "three now", null, EVENING, 1);
        history().raise(List.of(again, again));

        assertEquals(
                List.of(new ObjectError(
                        Origin.SYNCHRONIZATION, "hr", 7, "anna", "ambiguous-join", "three now", null, MORNING, 3)),
                history().errors("hr"));
    }

    @Test
    default void tellsErrorsApart() {
        ObjectError row = error(Origin.DISCOVERY, 0, "hr.csv:7", EVENING);
        ObjectError otherRow = error(Origin.DISCOVERY, 0, "hr.csv:8", MORNING);
        ObjectError joining = error(Origin.SYNCHRONIZATION, 7, "ann", EVENING);
        ObjectError exporting = error(Origin.EXPORT, 7, "ann", EVENING);
        history().raise(List.of(row, otherRow, joining, exporting));

        assertEquals(List.of(otherRow, row, joining, exporting), history().errors("hr"));
        assertEquals(List.of(), history().errors("ad"));
        assertEquals(Set.of(7L), history().withErrors(List.of(7L, 8L)));
        history().clear(Set.of(Origin.SYNCHRONIZATION, Origin.DISCOVERY), List.of(7L, 8L));
        assertEquals(List.of(otherRow, row, exporting), history().errors("hr"));
        history().clearDiscoveryErrors("ad");
        history().clearDiscoveryErrors("hr");
        assertEquals(List.of(exporting), history().errors("hr"));
        history().clear(Set.of(Origin.EXPORT), List.of(7L));
        assertEquals(Set.of(), history().withErrors(List.of(7L)));
    }

    @Test
    default void startsCountingAnewWhenAnErrorCameBack() {
        history().raise(List.of(error(Origin.EXPORT, 7, "ann", MORNING)));
        history().clear(Set.of(Origin.EXPORT), List.of(7L));
        history().raise(List.of(error(Origin.EXPORT, 7, "ann", EVENING)));
        assertEquals(EVENING, history().errors("hr").getFirst().firstSeen());
        assertEquals(1, history().errors("hr").getFirst().count());
    }

    @Test
    default void replacesThePendingReferencesOfTheirOwners() {
        PendingReference one = new PendingReference("hr", 1, "manager", "7", "unresolved: filtered");
        PendingReference two = new PendingReference("hr", 1, "member", "8", "owed");
        PendingReference other = new PendingReference("ad", 2, "manager", "cn=x", "owed");
        history().replaceReferences(List.of(1L, 2L), List.of(one, two, other));
        assertEquals(List.of(one, two), history().pendingReferences("hr"));

        StoreStatistics then = store().statistics();
        history().replaceReferences(List.of(1L), List.of(one, two));
        assertEquals(0, store().statistics().since(then).rowsWritten());
        history().replaceReferences(List.of(1L, 3L), List.of(two));
        assertEquals(List.of(two), history().pendingReferences("hr"));
        assertEquals(List.of(other), history().pendingReferences("ad"));
    }

    @Test
    default void marksWhatIsInFlight() {
        long one = history().markInFlight("ad", List.of(3L, 70_000_000_000L));
        long two = history().markInFlight("ad", List.of(4L));
        history().markInFlight("hr", List.of(5L));
        assertEquals(Set.of(3L, 4L, 70_000_000_000L), history().inFlight("ad"));
        history().clearInFlight(two);
        assertEquals(Set.of(3L, 70_000_000_000L), history().inFlight("ad"));
        history().clearInFlight(one);
        assertEquals(Set.of(), history().inFlight("ad"));
        history().clearInFlight("hr");
        assertEquals(Set.of(), history().inFlight("hr"));
    }

    @Test
    default void writesOneRowForAPageInFlight() {
        StoreStatistics then = store().statistics();
        history().markInFlight("ad", List.of(1L, 2L, 3L));
        StoreStatistics done = store().statistics().since(then);
        assertEquals(1, done.rowsWritten());
        assertEquals(1, done.commits());
    }

    @Test
    default void keepsWatermarks() {
        assertEquals(ImportState.NEVER_READ, store().watermarks().of("hr"));
        ImportState state = new ImportState("cookie ü=", EVENING, 12, EVENING, "held: half a file");
        store().watermarks().keep("hr", new ImportState(null, null, 0, null, null));
        store().watermarks().keep("hr", state);
        assertEquals(state, store().watermarks().of("hr"));
        assertNull(store().watermarks().of("ad").watermark());
    }
}
