package org.syncline.platform.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.dsl.ruleset.ChangeGuard;
import org.syncline.dsl.ruleset.Guards;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.Attributes;

/** What goes wrong concerns what it must, and nothing is lost or doubled. */
public class FaultTest {
    private final House house = new House(this::open);

    /** The same is tested with other stores. */
    protected Store open(TypeSource types) {
        return new MemoryStore(types);
    }

    private void employ(int from, int to) {
        for (int number = from; number <= to; number++) {
            house.employ("" + number, "Ann", "Number" + number, null);
        }
    }

    private StepReport step(String connector, Kind kind) {
        return house.engine().run(new StepRequest(connector, Step.of(kind), null), PageLoop.SEQUENTIAL);
    }

    private static StepReport only(List<StepReport> reports, String connector, Kind kind) {
        return reports.stream()
                .filter(report -> report.request().connector().equals(connector)
                        && report.request().step().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private int accounts() {
        return house.directory().objects("account").size();
    }

    @Test
    void oneObjectThatTheStoreRefusesStopsNeitherItsPageNorTheOthers() {
        house.refusing(change -> change.after() != null && "13".equals(change.after().title()));
        employ(1, 20);

        List<StepReport> reports = house.cycle();

        assertEquals(19, accounts());
        List<ObjectError> errors = only(reports, "hr", Kind.FULL_IMPORT).errors();
        assertEquals(List.of("store-refused"), errors.stream().map(ObjectError::code).toList());
        assertEquals("13", errors.getFirst().title());
    }

    @Test
    void oneIdentityThatTheStoreRefusesStopsNeitherItsPageNorTheOthers() {
        house.refusing(change -> change.after() != null && change.after().isDraft()
                && change.after().dn().startsWith("uid=anumber13,"));
        employ(1, 20);

        List<StepReport> reports = house.cycle();

        assertEquals(19, accounts());
        ObjectError error = only(reports, "hr", Kind.FULL_SYNC).errors().getFirst();
        assertEquals("unexpected-error", error.code());
        assertTrue(error.message().contains("too long"));
    }

    @Test
    void anIdentityThatIsLeftOutWhileAnotherWakesItIsTriedAgain() {
        AtomicBoolean refuses = new AtomicBoolean();
        house.refusing(change -> refuses.get() && change.after() != null && "uid=asmith,ou=People,dc=test".equals(change
                .after().dn()));
        house.employ("1", "Ann", "Smith", "3");
        house.cycle();
        refuses.set(true);
        house.employ("3", "Zoë", "Boss", null);
        house.cycle();
        ObjectError error = house.store().runHistory().errors("hr").getFirst();
        assertEquals("unexpected-error", error.code());
        assertTrue(error.identity() != 0 && error.stack().contains(RefusingStore.class.getSimpleName()));

        refuses.set(false);
        assertEquals(StepResult.SUCCESS, step("directory", Kind.DELTA_SYNC).result());
        assertEquals(List.of(), house.store().runHistory().errors("hr"));
        house.cycle();
        assertTrue(house.directory().byDn("account", "uid=asmith,ou=People,dc=test").orElseThrow().attributes()
                .get("manager").isPresent());
    }

    @Test
    void aRetryListOfWhichNothingSucceedsEndsNoStep() {
        house.refusing(change -> change.after() != null && change.after().isDraft()
                && change.after().dn().startsWith("uid=anumber1"));
        employ(1, 30);
        house.cycle();
        house.dismiss("2");

        List<StepReport> reports = house.cycle();

        assertEquals(StepResult.COMPLETED_SYNC_ERRORS, only(reports, "hr", Kind.DELTA_SYNC).result());
        assertEquals(18, accounts());
    }

    @Test
    void aStoreThatRefusesEverythingEndsTheStepAndTheNextRunDoesTheWork() {
        House refused = new House(this::open).refusing(change -> true);
        refused.employ("1", "Ann", "Smith", null);
        refused.employ("2", "Bob", "Smith", null);

        assertEquals(
                StepResult.STOPPED_SERVER,
                only(refused.cycle(), "hr", Kind.FULL_IMPORT).result());
    }

    @Test
    void aStoreThatIsLostIsNotAskedForEachObjectAndTheNextRunDoesTheWork() {
        AtomicBoolean lost = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        house.refusing(change -> {
            if (lost.get()) {
                asked.incrementAndGet();
                throw StoreException.lost("The store closed itself", null);
            }
            return false;
        });
        employ(1, 20);
        lost.set(true);
        StepReport imported = step("hr", Kind.FULL_IMPORT);
        assertEquals(StepResult.STOPPED_SERVER, imported.result());
        assertEquals("The store closed itself", imported.message());
        assertEquals(1, asked.get());

        lost.set(false);
        step("directory", Kind.FULL_IMPORT);
        step("hr", Kind.FULL_IMPORT);
        lost.set(true);
        assertEquals(StepResult.STOPPED_SERVER, step("hr", Kind.FULL_SYNC).result());
        assertEquals(2, asked.get());

        lost.set(false);
        house.cycle();
        assertEquals(20, accounts());
    }

    @Test
    void aRefusedExportStopsNoOtherIsReportedAndSucceedsLater() {
        employ(1, 5);
        house.directory()
                .faults()
                .rejectNext(
                        operation -> operation.dn().startsWith("uid=anumber3,"),
                        new ExportResult.Rejected(
                                ExportResult.Code.CONSTRAINT_VIOLATION, "sn is not to our liking", "sn", null));

        StepReport export = only(house.cycle(), "directory", Kind.EXPORT);

        assertEquals(StepResult.COMPLETED_EXPORT_ERRORS, export.result());
        assertEquals(4, export.counters().of(Counter.EXPORT_ADD));
        assertEquals("constraint-violation", export.errors().getFirst().code());
        assertEquals("sn = 'Number3': sn is not to our liking", export.errors().getFirst().message());
        assertEquals(4, accounts());

        house.cycle();
        assertEquals(5, accounts());
        assertTrue(house.store().runHistory().errors("directory").isEmpty());
    }

    @Test
    void aConnectionThatBreaksInTheMiddleOfAnExportLeavesNoTwinAndLosesNothing() {
        employ(1, 5);
        house.directory().faults().breakNextExportAfter(3);

        assertEquals(
                StepResult.STOPPED_CONNECTIVITY,
                only(house.cycle(), "directory", Kind.EXPORT).result());
        assertEquals(3, accounts());

        house.cycle();
        assertEquals(5, accounts());
        assertTrue(house.store().runHistory().errors("directory").isEmpty());
        assertTrue(house.cycle().stream()
                .noneMatch(report -> report.request().step().kind() == Kind.EXPORT));
    }

    @Test
    void aDroppedAddIsSentAgain() {
        employ(1, 3);
        house.directory().faults().dropNext(ExportOperation.Add.class::isInstance);

        house.cycle();
        step("directory", Kind.FULL_IMPORT);
        house.cycle();

        assertEquals(3, accounts());
    }

    @Test
    void aFullImportThatBreaksOffDeletesNobodyAndHoldsItsConnector() {
        employ(1, 10);
        house.cycle();
        employ(11, 12);
        house.hr().faults().breakNextImportAfter(11);

        assertEquals(StepResult.STOPPED_CONNECTIVITY, step("hr", Kind.FULL_IMPORT).result());
        assertEquals(StepResult.NO_START_HELD, step("hr", Kind.DELTA_SYNC).result());
        assertEquals(10, accounts());

        assertEquals(StepResult.SUCCESS, step("hr", Kind.FULL_IMPORT).result());
        house.cycle();
        assertEquals(12, accounts());
    }

    @Test
    void aFullImportThatSeesTooFewHoldsItsConnectorAndNothingOfItIsApplied() {
        employ(1, 20);
        house.cycle();
        for (int number = 11; number <= 20; number++) {
            house.dismiss("" + number);
        }
        house.employ("1", "Half", "Applied", null);

        StepReport report = step("hr", Kind.FULL_IMPORT);

        assertEquals(StepResult.STOPPED_READ_GUARD, report.result());
        assertTrue(report.message().startsWith("Only 10 of 20 staged objects of type 'employee' were seen"));
        assertEquals(StepResult.NO_START_HELD, step("hr", Kind.DELTA_SYNC).result());
        house.cycle();
        assertEquals(20, accounts());
        assertTrue(house.directory().objects("account").stream()
                .map(MemoryObject::attributes)
                .noneMatch(account -> "Applied".equals(account.text("sn"))));
    }

    @Test
    void aRowThatCannotBeReadDeletesNobodyAndTheOthersGoOn() {
        employ(1, 10);
        house.cycle();
        house.dismiss("5");
        employ(11, 11);
        house.hr()
                .faults()
                .reportNext(new DiscoveryError(
                        DiscoveryError.Code.MALFORMED_ROW, "employee", null, "hr.csv:7", "The row has no key."));

        StepReport report = step("hr", Kind.FULL_IMPORT);
        step("hr", Kind.DELTA_SYNC);
        step("directory", Kind.EXPORT);

        assertEquals(StepResult.COMPLETED_DISCOVERY_ERRORS, report.result());
        assertEquals(11, accounts());
        assertEquals(
                "hr.csv:7", house.store().runHistory().errors("hr").getFirst().title());

        step("hr", Kind.FULL_IMPORT);
        assertTrue(house.store().runHistory().errors("hr").isEmpty());
    }

    @Test
    void tooManyDeletionsAreHeldBeforeTheFirstIsSent() {
        house.guardedBy(new Guards(
                new Guards.ImportGuard(0, 0),
                ChangeGuard.EXPORTS));
        employ(1, 100);
        house.cycle();
        for (int number = 1; number <= 25; number++) {
            house.dismiss("" + number);
        }

        StepReport export = only(house.cycle(), "directory", Kind.EXPORT);

        assertEquals(StepResult.STOPPED_DELETION_THRESHOLD_EXCEEDED, export.result());
        assertTrue(
                export.message().startsWith(
                        "25 of 100 objects of type 'account' in 'directory' would be deleted; 10.0 % are allowed."),
                export.message());
        assertEquals(100, accounts());
    }

    @Test
    void aTargetThatWasNeverReadGetsNoAccounts() {
        employ(1, 1);
        step("hr", Kind.FULL_IMPORT);

        StepReport report = step("hr", Kind.DELTA_SYNC);

        assertEquals("target-not-read", report.errors().getFirst().code());
        house.cycle();
        assertEquals(1, accounts());
    }

    @Test
    void anErrorIsKeptUntilItIsMended() {
        house.directory()
                .put(Attributes.builder(House.ACCOUNT)
                        .set("dn", "uid=asmith,ou=People,dc=test")
                        .set("uid", "somebody else")
                        .build());
        house.employ("1", "Ann", "Smith", null);

        house.cycle();
        List<ObjectError> errors = house.store().runHistory().errors("directory");
        assertEquals(List.of("dn-in-use"), errors.stream().map(ObjectError::code).toList());
        house.cycle();
        assertEquals(2, house.store().runHistory().errors("directory").getFirst().count());

        MemoryObject other = house.directory().objects("account").getFirst();
        house.directory().remove("account", other.anchor());
        house.cycle();
        house.cycle();
        assertEquals(List.of(), house.store().runHistory().errors("directory"));
        assertEquals(1, accounts());
    }

    @Test
    void theCountersOfAStepAreKept() {
        employ(1, 3);
        house.cycle();

        Map<String, Long> counters = house.store().runHistory().steps(100).stream()
                .filter(step -> step.step().equals("export"))
                .findFirst()
                .orElseThrow()
                .counters()
                .asMap();

        assertEquals(Map.of("export-add", 3L), counters);
        assertNull(house.store().runHistory().steps(100).getFirst().message());
    }

    @Test
    void aCycleSynchronizesNothingWhileSomeSystemCouldNeverBeRead() {
        employ(1, 3);
        house.directory().faults().breakNextImportAfter(0);

        List<StepReport> first = house.cycle();

        assertTrue(house.store().metaverse().all(0, 10).isEmpty());
        assertTrue(first.stream().allMatch(report -> report.request().step().kind() == Kind.FULL_IMPORT));

        house.cycle();
        assertEquals(3, accounts());
    }
}
