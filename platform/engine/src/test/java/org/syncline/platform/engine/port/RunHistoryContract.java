package org.syncline.platform.engine.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.port.RunHistory.AuditRecord;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.platform.engine.port.RunHistory.SentImage;
import org.syncline.platform.engine.port.RunHistory.StepRecord;
import org.syncline.platform.engine.port.Watermarks.ImportState;
import org.syncline.platform.engine.run.Counted;
import org.syncline.platform.engine.run.CountedChange;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.FailedAccount;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.ObjectError.Concern;
import org.syncline.platform.engine.run.ObjectError.Origin;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.TextValue;

/** What every store promises of the run history and the watermarks. */
public interface RunHistoryContract extends StoreFixture {
    Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    Instant EVENING = Instant.parse("2026-11-23T20:00:00.123456789Z");

    private static ObjectError error(Origin origin, long object, String title, Instant seen) {
        return new ObjectError(origin, Concern.ofObject("hr", object, title), "ambiguous-join", "two ü", "r at x.xml:3",
                seen);
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
    default void keepsOutboundCountersByTarget() {
        long step = history().begin("hr", "delta-sync", null, 4, MORNING);
        Counters counters = new Counters();
        counters.count(Counter.OUTBOUND_FLOW, "ad", 7, "cn=ann");
        counters.count(Counter.OUTBOUND_FLOW, "mail", 8, "ann@x");
        counters.count(Counter.OUTBOUND_FLOW, "mail", 9, "bob@x");
        history().end(step, StepResult.SUCCESS, counters, null, EVENING);

        Counters kept = history().step(step).orElseThrow().counters();
        assertEquals(Map.of("outbound-flow", 3L), kept.asMap());
        assertEquals(Map.of("ad", Map.of("outbound-flow", 1L), "mail", Map.of("outbound-flow", 2L)), kept.targets());
        assertEquals(Optional.empty(), history().step(999));
    }

    @Test
    default void tellsTheStepsThatRanAtATime() {
        Instant noon = MORNING.plus(Duration.ofHours(4));
        long morning = history().begin("hr", "full-import", null, 4, MORNING);
        history().end(morning, StepResult.SUCCESS, new Counters(), null, noon);
        long died = history().begin("ad", "export", null, 4, noon.plusNanos(1));
        assertEquals(List.of(), ids(history().stepsAt(MORNING.minusNanos(1))));
        assertEquals(List.of(morning), ids(history().stepsAt(MORNING)));
        assertEquals(List.of(morning), ids(history().stepsAt(noon)));
        assertEquals(List.of(died), ids(history().stepsAt(EVENING)));
        assertEquals(List.of(died), ids(history().stepsWithoutEnd()));
    }

    private static List<Long> ids(List<StepRecord> steps) {
        return steps.stream().map(StepRecord::id).toList();
    }

    @Test
    default void keepsWhatAStepCountedInPages() {
        long step = history().begin("hr", "delta-sync", null, 4, MORNING);
        Counted added = new Counted(Counter.STAGE_ADD, "hr", 70_000_000_000L, "cn=Zoë,ou=a");
        Counted changed = new Counted(Counter.STAGE_UPDATE, "hr", 7, "cn=Ann",
                List.of(new CountedChange("mail", List.of("ann@a", "zoë@a"), List.of("old@a")),
                        new CountedChange("title", List.of(), List.of("Clerk"))));
        Counted failed = new Counted(Counter.STAGE_FAILURE, "hr", 0, "hr.csv:7");
        Counters soFar = new Counters();
        soFar.count(Counter.STAGE_ADD);
        history().keepCounted(step, 0, soFar, List.of(added, changed, failed));
        history().keepCounted(step, 1, soFar, List.of(failed));

        assertEquals(List.of(added, changed, failed), history().counted(step, 0));
        assertEquals(List.of(failed), history().counted(step, 1));
        assertEquals(List.of(), history().counted(step, 2));
        StepRecord running = history().step(step).orElseThrow();
        assertEquals(Map.of("stage-add", 1L), running.counters().asMap());
        assertNull(running.ended());
    }

    @Test
    default void forgetsWhatIsOldAndKeepsItsCounters() {
        Counters counters = new Counters();
        counters.count(Counter.STAGE_FAILURE, "hr", 0, "hr.csv:7");
        List<Counted> page = counters.takeCounted();
        long old = history().begin("hr", "full-import", null, 4, MORNING);
        history().keepCounted(old, 0, counters, page);
        history().keepCounted(old, 1, counters, page);
        history().end(old, StepResult.SUCCESS, counters, null, MORNING);
        long recent = history().begin("hr", "full-import", null, 4, EVENING);
        history().keepCounted(recent, 0, counters, page);

        assertEquals(1, history().forgetCounted(EVENING, 1));
        assertEquals(List.of(), history().counted(old, 0));
        assertEquals(page, history().counted(old, 1));
        assertEquals(1, history().forgetCounted(EVENING, 10));
        assertEquals(0, history().forgetCounted(EVENING, 10));
        assertEquals(page, history().counted(recent, 0));
        assertEquals(counters.asMap(), history().step(old).orElseThrow().counters().asMap());

        assertEquals(1, history().forgetSteps(EVENING, 10));
        assertEquals(List.of(recent), ids(history().steps(10)));
        assertEquals(0, history().forgetSteps(EVENING, 10));
        assertEquals(page, history().counted(recent, 0));
    }

    @Test
    default void forgetsSingleStepsWithWhatTheyCounted() {
        long first = history().begin("hr", "full-import", null, 1, MORNING);
        long second = history().begin("hr", "full-import", null, 1, MORNING);
        long third = history().begin("hr", "full-import", null, 1, EVENING);
        List<Counted> page = List.of(new Counted(Counter.STAGE_ADD, "hr", 7, "ann", List.of()));
        Counters counters = new Counters();
        counters.count(Counter.STAGE_ADD, "hr", 7, "ann");
        history().keepCounted(second, 0, counters, page);
        history().keepCounted(third, 0, counters, page);

        history().forgetSteps(List.of(first, second));
        assertEquals(List.of(third), ids(history().steps(10)));
        assertEquals(List.of(), history().counted(second, 0));
        assertEquals(page, history().counted(third, 0));
    }

    @Test
    default void keepsWhatPeopleDid() {
        AuditRecord joined = new AuditRecord(
                MORNING, "ann", "join", "ad", 7, "cn=Zoë", "disconnected", "joined to identity #3");
        AuditRecord left = new AuditRecord(EVENING, "bob", "disconnect", "ad", 7, "cn=Zoë", "joined", "disconnected");
        history().audit(joined);
        history().audit(left);
        assertEquals(List.of(left, joined), history().audits(10));
        assertEquals(List.of(left), history().audits(1));
    }

    @Test
    default void countsAnErrorThatIsOpenAlready() {
        history().raise(List.of(error(Origin.SYNCHRONIZATION, 7, "ann", MORNING)));
        Concern anna = Concern.ofObject("hr", 7, "anna");
        ObjectError again = new ObjectError(
                Origin.SYNCHRONIZATION, anna, "ambiguous-join", "three now", null, EVENING).at("line 1\nline 2");
        history().raise(List.of(again, again));

        assertEquals(
                List.of(new ObjectError(
                        Origin.SYNCHRONIZATION, anna, "ambiguous-join", "three now", null, "line 1\nline 2", MORNING,
                        3)),
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

    private static ObjectError ofAccount(FailedAccount account, long object) {
        return new ObjectError(
                Origin.SYNCHRONIZATION, Concern.ofAccount(account, object, "ann"), "dn-in-use", "m", null, MORNING);
    }

    @Test
    default void keepsErrorsOfAccountsByIdentityAndConnector() {
        FailedAccount inAd = new FailedAccount(5, "ad");
        FailedAccount inHr = new FailedAccount(5, "hr");
        history().raise(List.of(ofAccount(inAd, 7), ofAccount(inHr, 0), ofAccount(new FailedAccount(6, "ad"), 0)));
        history().raise(List.of(ofAccount(inAd, 0)));

        assertEquals(Set.of(inAd, inHr), history().failedAccounts(List.of(5L, 7L)));
        assertEquals(Set.of(), history().withErrors(List.of(5L, 7L)));
        history().clear(Set.of(Origin.SYNCHRONIZATION), List.of(5L, 7L));
        assertEquals(
                List.of(2, 1), history().errors("ad").stream().map(ObjectError::count).toList());
        assertEquals(List.of(0L, 0L), history().errors("ad").stream().map(ObjectError::object).toList());

        history().clearAccounts(List.of(inAd));
        assertEquals(Set.of(inHr), history().failedAccounts(List.of(5L)));
        assertEquals(6, history().errors("ad").getFirst().identity());
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

    private static SentImage image(long object, Delta sent) {
        return new SentImage(object, SampleTypes.ACCOUNT, sent);
    }

    private static Delta renamed(String dn) {
        return Delta.update(List.of(new Delta.AttributeChange(
                0, List.of(new TextValue(dn)), List.of(new TextValue("cn=before")))));
    }

    @Test
    default void keepsWhatIsInFlightWithWhatWasSent() {
        SentImage three = image(3, renamed("cn=three ü"));
        SentImage far = image(70_000_000_000L, Delta.delete());
        SentImage four = image(4, Delta.add(renamed("cn=four").changes()));
        long one = history().markInFlight("directory", List.of(three, far));
        long two = history().markInFlight("directory", List.of(four));
        history().markInFlight("hr", List.of(image(5, Delta.delete())));
        assertEquals(Map.of(3L, three, 4L, four, 70_000_000_000L, far), history().inFlight("directory"));
        history().clearInFlight(two);
        assertEquals(Map.of(3L, three, 70_000_000_000L, far), reopened().runHistory().inFlight("directory"));
        history().clearInFlight(one);
        assertEquals(Map.of(), history().inFlight("directory"));
        assertEquals(Set.of(5L), history().inFlight("hr").keySet());
    }

    @Test
    default void settlesObjectsAndLeavesTheOthersOfTheirPageInFlight() {
        SentImage three = image(3, renamed("cn=three"));
        history().markInFlight("directory", List.of(image(1, Delta.delete()), image(2, renamed("cn=two")), three));
        long mark = history().markInFlight("directory", List.of(image(4, Delta.delete())));
        history().markInFlight("hr", List.of(image(1, Delta.delete())));

        history().settle("directory", List.of(1L, 2L, 4L, 99L));

        assertEquals(Map.of(3L, three), history().inFlight("directory"));
        assertEquals(Set.of(1L), history().inFlight("hr").keySet());
        history().clearInFlight(mark);
        history().settle("directory", List.of(3L));
        assertEquals(Map.of(), history().inFlight("directory"));
    }

    @Test
    default void writesOneRowForAPageInFlight() {
        history().clearInFlight(history().markInFlight("directory", List.of(image(1, Delta.delete()))));
        StoreStatistics then = store().statistics();
        history().markInFlight("directory", List.of(image(1, Delta.delete()), image(2, renamed("cn=two"))));
        StoreStatistics done = store().statistics().since(then);
        assertEquals(1, done.rowsWritten());
        assertEquals(1, done.commits());
    }

    @Test
    default void keepsWatermarks() {
        assertEquals(ImportState.NEVER_READ, store().watermarks().of("hr"));
        ImportState state = new ImportState("cookie ü=", EVENING, 12, EVENING, "held: half a file", true);
        store().watermarks().keep("hr", new ImportState(null, null, 0, null, null, false));
        store().watermarks().keep("hr", state);
        assertEquals(state, store().watermarks().of("hr"));
        assertNull(store().watermarks().of("ad").watermark());
    }

    @Test
    default void keepsWhichRulesEvaluatedTheObjectsOfAConnector() {
        assertEquals(Map.of(), store().watermarks().evaluatedRules("hr"));
        store().watermarks().keepEvaluatedRules("hr", Map.of("employee", "aa", "a team ü", "bb"));
        store().watermarks().keepEvaluatedRules("ad", Map.of("user", "cc"));
        assertEquals(Map.of("employee", "aa", "a team ü", "bb"), store().watermarks().evaluatedRules("hr"));
        assertEquals(Map.of(), store().watermarks().keyDefinitions());
        store().watermarks().keepKeyDefinitions(Map.of("", "ee", "hr", "ff"));
        assertEquals(Map.of("", "ee", "hr", "ff"), store().watermarks().keyDefinitions());
        store().watermarks().keepEvaluatedRules("hr", Map.of("employee", "dd"));
        assertEquals(Map.of("employee", "dd"), reopened().watermarks().evaluatedRules("hr"));
    }

    @Test
    default void keepsWhatWasSelectedWhenAConnectorOrAPartitionOfItWasRead() {
        assertEquals(Map.of(), store().watermarks().selection("hr", null));
        store().watermarks().keepSelection("hr", null, Map.of("object type 'a team ü'", "aa", "setting 'file'", "bb"));
        store().watermarks().keepSelection("hr", "north", Map.of("setting 'file'", "cc"));
        assertEquals(Map.of("object type 'a team ü'", "aa", "setting 'file'", "bb"),
                store().watermarks().selection("hr", null));
        store().watermarks().keepSelection("hr", null, Map.of("setting 'file'", "dd"));
        assertEquals(Map.of("setting 'file'", "dd"), reopened().watermarks().selection("hr", null));
        assertEquals(Map.of("setting 'file'", "cc"), store().watermarks().selection("hr", "north"));
        assertEquals(Map.of(), store().watermarks().evaluatedRules("hr"));
    }

    @Test
    default void keepsWhatImportsWaitForAndWhatWasApproved() {
        assertEquals(ImportHold.NONE, store().watermarks().holdOf("hr"));
        ImportHold hold = ImportHold.NONE.stagedOnly().breached(Map.of("employee seen", 10L, "all deleted", 3L));
        store().watermarks().keep("hr", hold);
        assertEquals(hold, store().watermarks().holdOf("hr"));
        store().watermarks().keep("hr", hold.approve("ann", EVENING));
        assertEquals(hold.approve("ann", EVENING), store().watermarks().holdOf("hr"));
        assertEquals(ImportHold.NONE, store().watermarks().holdOf("ad"));
    }
}
