package org.syncline.platform.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.dsl.ruleset.StepOptions;
import org.syncline.platform.engine.operations.StepHistory;
import org.syncline.platform.engine.port.RunHistory.StepRecord;
import org.syncline.platform.engine.run.Counted;
import org.syncline.platform.engine.run.CountedChange;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.PagedStep;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Section 5 of the semantics: runs, their results and counters, stop and resume. */
class Semantics5RunsTest {
    private final House house = new House();

    @AfterEach
    void leave() {
        house.leave();
    }

    private void employ(int from, int to) {
        for (int number = from; number <= to; number++) {
            house.employ("" + number, "Ann", "Number" + number, null);
        }
    }

    private List<Counted> counted(Counter counter) {
        List<Counted> objects = new ArrayList<>();
        StepRecord latest = house.store().runHistory().steps(1).getFirst();
        new StepHistory(house.store().runHistory()).counted(latest.id(), counter, null, Long.MAX_VALUE, objects::add);
        return objects;
    }

    private List<String> titles(Counter counter) {
        return counted(counter).stream().map(Counted::title).toList();
    }

    private void assertCounted(StepReport report, Counter counter, String... titles) {
        assertEquals(titles.length, report.counters().of(counter), () -> report.counters().toString());
        assertEquals(List.of(titles), titles(counter));
    }

    @Test
    @DisplayName("5: what a connector has to say of a step stands in its report and in the history, once")
    void whatAConnectorSaysStandsInTheReport() {
        employ(1, 1);
        house.directory().faults().remark("Part of it lies elsewhere.", "It is tired.");
        String said = "Part of it lies elsewhere.\nIt is tired.";

        List<StepReport> reports = house.cycle();

        for (Kind kind : List.of(Kind.FULL_IMPORT, Kind.EXPORT, Kind.DELTA_IMPORT)) {
            assertEquals(List.of(said), reports.stream()
                    .filter(report -> report.request().connector().equals("directory")
                            && report.request().step().kind() == kind)
                    .map(StepReport::message)
                    .toList());
        }
        assertEquals(3, house.store().runHistory().steps(100).stream()
                .filter(step -> said.equals(step.message()))
                .count());
        house.directory().faults().mend();
        assertEquals(null, house.run("directory", Kind.DELTA_IMPORT).message());
    }

    @Test
    @DisplayName("5: staging counters (add, update, delete, failure) drill down to their objects, no-change is counted")
    void stagingCountersDrillDownToTheirObjects() {
        employ(1, 3);
        assertCounted(house.run("hr", Kind.FULL_IMPORT), Counter.STAGE_ADD, "1", "2", "3");
        house.run("hr", Kind.FULL_SYNC);
        house.employ("2", "Ann", "Married", null);
        house.dismiss("3");
        StepReport report = house.run("hr", Kind.FULL_IMPORT);
        assertCounted(report, Counter.STAGE_UPDATE, "2");
        assertCounted(report, Counter.STAGE_DELETE, "3");
        assertEquals(1, report.counters().of(Counter.STAGE_NO_CHANGE));
        assertEquals(List.of(), titles(Counter.STAGE_NO_CHANGE));
    }

    @Test
    @DisplayName("5: inbound counters (projected, joined, filtered, flow, no-flow, remains) drill down to their objects")
    void inboundCountersDrillDownToTheirObjects() {
        house.filtering("[status] = \"left\"");
        employ(1, 2);
        house.employ("3", "Bob", "Gone", null, "left");
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        StepReport first = house.run("hr", Kind.FULL_SYNC);
        assertCounted(first, Counter.DISCONNECTOR_PROJECTED_FLOW, "1", "2");
        assertCounted(first, Counter.DISCONNECTOR_FILTERED, "3");

        house.employ("2", "Ann", "Married", null);
        house.run("hr", Kind.FULL_IMPORT);
        StepReport second = house.run("hr", Kind.FULL_SYNC);
        assertCounted(second, Counter.CONNECTOR_FLOW, "2");
        assertEquals(1, second.counters().of(Counter.CONNECTOR_NO_FLOW));
    }

    @Test
    @DisplayName("5: staging and inbound counters say which values they are about, the inbound ones those of the identity")
    void stagingAndInboundCountersSayWhichValues() {
        house.employ("1", "Ann", "Lee", null);
        house.run("hr", Kind.FULL_IMPORT);
        assertEquals(List.of("id [] [1]", "first [] [Ann]", "last [] [Lee]", "status [] [current]"),
                changes(Counter.STAGE_ADD));
        house.run("hr", Kind.FULL_SYNC);
        assertTrue(changes(Counter.DISCONNECTOR_PROJECTED_FLOW).contains("sn [] [Lee]"));

        house.employ("1", "Ann", "Ray", null);
        house.employ("2", "Bob", "Hill", "1");
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
        assertTrue(changes(Counter.CONNECTOR_FLOW).contains("sn [Lee] [Ray]"));
        assertTrue(changes(Counter.DISCONNECTOR_PROJECTED_FLOW).contains("manager [] [identity #1]"));
    }

    @Test
    @DisplayName("5: outbound counters say which values are to be sent")
    void outboundCountersSayWhichValues() {
        house.run("directory", Kind.FULL_IMPORT);
        house.employ("1", "Ann", "Lee", null);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_SYNC);
        assertTrue(changes(Counter.PROVISIONED_ADD_FLOW).contains("sn [] [Lee]"));
        house.cycle();

        house.employ("1", "Ann", "Ray", null);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
        assertTrue(changes(Counter.OUTBOUND_FLOW).contains("sn [Lee] [Ray]"));
    }

    @Test
    @DisplayName("5: of many new objects the values of the first thousand are kept, and all are listed")
    void ofManyNewObjectsTheValuesOfTheFirstAreKept() {
        employ(1, 1_002);
        house.run("hr", Kind.FULL_IMPORT);
        List<Counted> added = counted(Counter.STAGE_ADD);
        assertEquals(1_002, added.size());
        assertEquals(1_000, added.stream().filter(one -> !one.changes().isEmpty()).count());
    }

    @Test
    @DisplayName("5: a link that breaks counts as remove-mv if its identity goes with it, else as leave-mv")
    void aBrokenLinkCountsByWhatBecameOfItsIdentity() {
        employ(1, 2);
        house.cycle();
        house.dismiss("1");
        house.run("hr", Kind.FULL_IMPORT);
        StepReport ended = house.run("hr", Kind.DELTA_SYNC);
        assertCounted(ended, Counter.CONNECTOR_DELETE_REMOVE_MV, "1");
        assertEquals(0, ended.counters().of(Counter.CONNECTOR_DELETE_LEAVE_MV));

        house.filtering("[id] = \"2\"").nextVersion();
        StepReport filtered = house.run("hr", Kind.FULL_SYNC);
        assertCounted(filtered, Counter.CONNECTOR_FILTERED_REMOVE_MV, "2");
    }

    @Test
    @DisplayName("5: outbound counters are kept for each target and drill down to its accounts")
    void outboundCountersAreKeptForEachTarget() {
        employ(1, 2);
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        StepReport first = house.run("hr", Kind.FULL_SYNC);
        assertEquals(Map.of("directory", Map.of("provisioned-add-flow", 2L)), first.counters().targets());
        assertEquals(
                List.of("uid=anumber1,ou=People,dc=test", "uid=anumber2,ou=People,dc=test"),
                titles(Counter.PROVISIONED_ADD_FLOW));
        house.run("directory", Kind.EXPORT);
        house.run("directory", Kind.FULL_IMPORT);

        house.employ("1", "Ann", "Married", null);
        house.run("hr", Kind.FULL_IMPORT);
        StepReport second = house.run("hr", Kind.FULL_SYNC);
        assertEquals(
                Map.of("directory", Map.of("outbound-flow", 1L, "outbound-no-flow", 1L)),
                second.counters().targets());
    }

    @Test
    @DisplayName("5: export counters (add, update, delete, failure) drill down to their objects")
    void exportCountersDrillDownToTheirObjects() {
        employ(1, 1);
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_SYNC);
        assertCounted(house.run("directory", Kind.EXPORT), Counter.EXPORT_ADD, "uid=anumber1,ou=People,dc=test");
    }

    @Test
    @DisplayName("5: the error limit also ends what an export sends last, because it waited for something")
    void theErrorLimitAlsoEndsWhatAnExportSendsLast() {
        house.withPagesOf(1);
        for (int number = 1; number <= 12; number += 2) {
            house.employ("" + number, "Ann", "Number" + number, "" + (number + 1));
            house.employ("" + (number + 1), "Ann", "Number" + (number + 1), "" + number);
        }
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_SYNC);
        house.directory().faults().rejectAll(sent -> sent instanceof ExportOperation.Update,
                new ExportResult.Rejected(ExportResult.Code.CONSTRAINT_VIOLATION, "no", null, null));

        StepReport report = house.run("directory", Kind.EXPORT, new StepOptions(1, null, false, false, null, null));

        assertEquals(StepResult.STOPPED_ERROR_LIMIT, report.result());
        assertEquals(12, report.counters().of(Counter.EXPORT_ADD));
        assertEquals(2, report.counters().of(Counter.EXPORT_FAILURE));
    }

    private List<String> changes(Counter counter) {
        return counted(counter).getFirst().changes().stream()
                .map(change -> change.attribute() + " " + change.removed() + " " + change.added())
                .toList();
    }

    @Test
    @DisplayName("5: what was read or written is kept with the counted object, secrets as their markers only")
    void whatWasReadOrWrittenIsKeptWithTheCountedObject() {
        employ(1, 1);
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_SYNC);
        house.run("directory", Kind.EXPORT);
        assertTrue(changes(Counter.EXPORT_ADD).contains("sn [] [Number1]"), changes(Counter.EXPORT_ADD).toString());
        assertTrue(changes(Counter.EXPORT_ADD).contains("password [] [(generated when sent)]"));

        house.run("directory", Kind.FULL_IMPORT);
        house.employ("1", "Ann", "Married", null);
        house.run("hr", Kind.FULL_IMPORT);
        assertEquals(List.of("last [Number1] [Married]"), changes(Counter.STAGE_UPDATE));
        house.run("hr", Kind.FULL_SYNC);
        house.directory().faults().rejectAll(sent -> true,
                new ExportResult.Rejected(ExportResult.Code.CONSTRAINT_VIOLATION, "no", null, null));
        house.run("directory", Kind.EXPORT);
        assertEquals(List.of("sn [Number1] [Married]"), changes(Counter.EXPORT_FAILURE));
    }

    @Test
    @DisplayName("5: of many and of long values the drill-down keeps the beginning")
    void ofManyAndOfLongValuesTheBeginningIsKept() {
        ObjectType group =
                ObjectType.ofConnectorSpace("group", AttributeDefinition.multi("member", AttributeType.STRING));
        List<Value> many = IntStream.range(0, 1_000).<Value>mapToObj(n -> new TextValue("x".repeat(300))).toList();
        Counters counters = new Counters();
        counters.count(
                Counter.EXPORT_UPDATE,
                ConnectorSpaceObject.unseen(1, "directory", new Anchor("1"), group),
                Delta.update(List.of(new Delta.AttributeChange(group.index("member"), many, List.of()))));
        CountedChange change = counters.takeCounted().getFirst().changes().getFirst();
        assertEquals(21, change.added().size());
        assertEquals("x".repeat(200) + "...", change.added().getFirst());
        assertEquals("... and 980 more", change.added().getLast());
    }

    @Test
    @DisplayName("5: what a step counts is kept in pages, so that any number of objects can be drilled down to")
    void whatAStepCountsIsKeptInPages() {
        employ(1, 4_500);
        house.run("hr", Kind.FULL_IMPORT);
        StepRecord step = house.store().runHistory().steps(1).getFirst();
        assertEquals(4_500, titles(Counter.STAGE_ADD).size());
        assertTrue(house.store().runHistory().counted(step.id(), 0).size() <= 2_000);
        assertFalse(house.store().runHistory().counted(step.id(), 2).isEmpty());
    }

    @Test
    @DisplayName("5: details are removed by age, counters survive them")
    void countersSurviveDetails() {
        employ(1, 3);
        house.run("hr", Kind.FULL_IMPORT);
        StepRecord old = house.store().runHistory().steps(1).getFirst();
        house.wait(Duration.ofDays(89));
        house.engine().forgetOldHistory();
        assertEquals(3, house.store().runHistory().counted(old.id(), 0).size());

        house.wait(Duration.ofDays(2));
        house.engine().forgetOldHistory();
        assertEquals(List.of(), house.store().runHistory().counted(old.id(), 0));
        assertEquals(3, house.store().runHistory().step(old.id()).orElseThrow().counters().of(Counter.STAGE_ADD));
    }

    @Test
    @DisplayName("5: of steps that did nothing, one like the other, the first and the last stay in the history")
    void quietStepsDoNotFloodTheHistory() {
        employ(1, 3);
        house.run("hr", Kind.FULL_IMPORT);
        StepRecord changing = house.store().runHistory().steps(1).getFirst();
        List<Long> quiet = new ArrayList<>();
        for (int cycle = 0; cycle < 5; cycle++) {
            house.run("hr", Kind.DELTA_IMPORT);
            quiet.add(house.store().runHistory().steps(1).getFirst().id());
            house.engine().forgetQuietSteps();
        }
        assertEquals(List.of(quiet.getLast(), quiet.getFirst(), changing.id()), steps());

        employ(4, 4);
        house.run("hr", Kind.DELTA_IMPORT);
        house.run("hr", Kind.DELTA_IMPORT);
        house.engine().forgetQuietSteps();
        assertEquals(5, steps().size());
    }

    private List<Long> steps() {
        return house.store().runHistory().steps(100).stream().map(StepRecord::id).toList();
    }

    /** Stops, as a person does, before the page of this number. */
    private static PageLoop stoppingAt(int pages) {
        return new PageLoop() {
            @Override
            public <P, R> StepEnd run(PagedStep<P, R> step) {
                try (step) {
                    for (int page = 0; page < pages; page++) {
                        step.record(step.work(step.next().orElseThrow()));
                    }
                    throw new CancellationException("The run was stopped. Run again to go on.");
                } catch (CancellationException stop) {
                    return step.fail(stop);
                }
            }
        };
    }

    private StepReport stop(String connector, Kind kind, int pages) {
        return house.engine().run(new StepRequest(connector, new Step(kind, 10), null), stoppingAt(pages));
    }

    @Test
    @DisplayName("5: a full import that was stopped deletes nothing it did not see, and the next one completes it")
    void aStoppedFullImportDeletesNothing() {
        employ(1, 30);
        house.cycle();
        StepReport stopped = stop("hr", Kind.FULL_IMPORT, 1);
        assertEquals(StepResult.STOPPED_USER_TERMINATION, stopped.result());
        assertEquals(0, stopped.counters().of(Counter.STAGE_DELETE));
        assertTrue(house.store().watermarks().of("hr").isHeld(), "half a source is not synchronized");

        house.cycle();
        assertFalse(house.store().watermarks().of("hr").isHeld());
        assertEquals(30, house.directory().objects("account").size());
    }

    @Test
    @DisplayName("5: a synchronization that was stopped goes on where it stood")
    void aStoppedSynchronizationGoesOnWhereItStood() {
        employ(1, 30);
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        StepReport stopped = stop("hr", Kind.DELTA_SYNC, 2);
        assertEquals(StepResult.STOPPED_USER_TERMINATION, stopped.result());
        assertEquals(20, stopped.counters().of(Counter.DISCONNECTOR_PROJECTED_FLOW));
        StepReport resumed = house.run("hr", Kind.DELTA_SYNC);
        assertEquals(10, resumed.counters().of(Counter.DISCONNECTOR_PROJECTED_FLOW));
    }

    @Test
    @DisplayName("5: a full synchronization that was stopped goes on where it stood, and takes what came meanwhile")
    void aStoppedFullSynchronizationGoesOnWhereItStood() {
        employ(1, 30);
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_SYNC);
        assertEquals(20, stop("hr", Kind.FULL_SYNC, 2).counters().of(Counter.CONNECTOR_NO_FLOW));
        house.employ("3", "Ann", "Married", null);
        house.run("hr", Kind.FULL_IMPORT);
        StepReport resumed = house.run("hr", Kind.FULL_SYNC);
        assertEquals(1, resumed.counters().of(Counter.CONNECTOR_FLOW));
        assertEquals(10, resumed.counters().of(Counter.CONNECTOR_NO_FLOW));
        assertTrue(resumed.message().startsWith("It goes on behind object #"), resumed::message);
        assertEquals(30, house.run("hr", Kind.FULL_SYNC).counters().of(Counter.CONNECTOR_NO_FLOW));
    }

    @Test
    @DisplayName("5: a full synchronization begins anew when the rules changed, or a day has passed")
    void aStoppedFullSynchronizationBeginsAnewUnderOtherRules() {
        employ(1, 30);
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_SYNC);
        stop("hr", Kind.FULL_SYNC, 2);
        house.filtering("[status] = \"left\"").nextVersion();
        assertEquals(30, house.run("hr", Kind.FULL_SYNC).counters().of(Counter.CONNECTOR_NO_FLOW));
        stop("hr", Kind.FULL_SYNC, 2);
        house.wait(Duration.ofDays(2));
        assertEquals(30, house.run("hr", Kind.FULL_SYNC).counters().of(Counter.CONNECTOR_NO_FLOW));
    }

    @Test
    @DisplayName("5: what a stopped full synchronization left to its end is not passed over")
    void whatAStoppedFullSynchronizationLeftToItsEndIsNotPassedOver() {
        employ(1, 30);
        house.cycle();
        house.filtering("[id] = \"15\"").nextVersion();
        assertEquals(StepResult.STOPPED_USER_TERMINATION, stop("hr", Kind.FULL_SYNC, 2).result());
        StepReport resumed = house.run("hr", Kind.FULL_SYNC);
        assertEquals(1, resumed.counters().of(Counter.CONNECTOR_FILTERED_REMOVE_MV), resumed::message);
        assertEquals(15, resumed.counters().of(Counter.CONNECTOR_NO_FLOW));
    }

    @Test
    @DisplayName("5: an export that was stopped sends the rest, and nothing twice")
    void aStoppedExportSendsTheRest() {
        employ(1, 30);
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
        assertEquals(10, stop("directory", Kind.EXPORT, 1).counters().of(Counter.EXPORT_ADD));
        assertEquals(20, house.run("directory", Kind.EXPORT).counters().of(Counter.EXPORT_ADD));
    }

    /** Ends without a word after so many pages. */
    private static PageLoop dyingAt(int pages) {
        return new PageLoop() {
            @Override
            public <P, R> StepEnd run(PagedStep<P, R> step) {
                for (int page = 0; page < pages; page++) {
                    step.record(step.work(step.next().orElseThrow()));
                }
                throw new Death();
            }
        };
    }

    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private void die(String connector, Kind kind, int pages) {
        try {
            house.engine().run(new StepRequest(connector, new Step(kind, 1_000), null), dyingAt(pages));
        } catch (Death death) {
            // the process is gone
        }
    }

    @Test
    @DisplayName("5: the step of a killed process is noted as stopped-server, with what it had counted")
    void theStepOfAKilledProcessIsNoted() {
        employ(1, 5_000);
        die("hr", Kind.FULL_IMPORT, 3);
        assertNull(house.store().runHistory().steps(1).getFirst().result());

        assertEquals(1, house.engine().endDeadSteps().size());
        StepRecord dead = house.store().runHistory().steps(1).getFirst();
        assertEquals(StepResult.STOPPED_SERVER, dead.result());
        assertEquals(2_000, dead.counters().of(Counter.STAGE_ADD), "the last page that was kept");
        assertEquals(List.of(), house.engine().endDeadSteps());
    }

    @Test
    @DisplayName("5: what a killed full import read is not synchronized before a full import ends well")
    void whatAKilledFullImportReadIsHeld() {
        house.run("directory", Kind.FULL_IMPORT);
        employ(1, 3);
        die("hr", Kind.FULL_IMPORT, 1);
        house.engine().endDeadSteps();
        assertEquals(StepResult.NO_START_HELD, house.run("hr", Kind.DELTA_SYNC).result());
        house.run("hr", Kind.FULL_IMPORT);
        assertEquals(StepResult.SUCCESS, house.run("hr", Kind.DELTA_SYNC).result());
    }

    @Test
    @DisplayName("5: a full import that ended well before its process died holds nothing")
    void aFullImportThatEndedHoldsNothing() {
        employ(1, 3);
        house.run("hr", Kind.FULL_IMPORT);
        house.store().runHistory().begin("hr", "full-import", null, 1, house.clock().instant());
        house.engine().endDeadSteps();
        assertFalse(house.store().watermarks().of("hr").isHeld());
        assertEquals(Optional.empty(), house.store().runHistory().stepsWithoutEnd().stream().findAny());
    }
}
