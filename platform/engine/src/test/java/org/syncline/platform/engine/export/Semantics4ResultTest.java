package org.syncline.platform.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ExportResult.Code;
import org.syncline.connectors.spi.ExportResult.Rejected;
import org.syncline.dsl.ruleset.ConnectedObjectType.OnRefused;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.operations.Retrying;
import org.syncline.platform.engine.operations.StepHistory;
import org.syncline.platform.engine.port.ExportHistory.Refusal;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.Delta.AttributeChange;

/** Semantics 4.3: answers per object, accepted or rejected with a typed error. */
class Semantics4ResultTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
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

    private StepReport export() {
        return house.run("directory", Kind.EXPORT);
    }

    private void synchronize() {
        house.run("hr", Kind.DELTA_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
    }

    private void refuse(Predicate<ExportOperation> which, Code code, Duration retryAfter) {
        house.directory().faults().rejectAll(which, new Rejected(code, "not now", null, retryAfter));
    }

    private static Predicate<ExportOperation> named(String uid) {
        return operation -> operation.dn().startsWith("uid=" + uid + ",");
    }

    private Refusal refusal() {
        return house.store().exportHistory().refusals("directory").getFirst();
    }

    private long operations(Runnable work) {
        house.directory().resetCounts();
        work.run();
        return house.directory().counts().operations();
    }

    @Test
    @DisplayName("4.3 one rejected object never stops the others")
    void oneRejectedObjectNeverStopsTheOthers() {
        employ(1, 20);
        refuse(named("anumber7"), Code.PERMISSION_DENIED, null);

        house.cycle();

        assertEquals(19, house.directory().objects("account").size());
        assertEquals("permission-denied", house.store().runHistory().errors("directory").getFirst().code());
    }

    @Test
    @DisplayName("4.3 retryable: sent again within the step, waiting longer each time, bounded")
    void aBusySystemIsAskedFourTimes() {
        employ(1, 1);
        house.cycle();
        house.employ("1", "Ann", "Married", null);
        synchronize();
        refuse(operation -> true, Code.BUSY, null);
        Instant before = house.clock().instant();

        assertEquals(4, operations(this::export));

        Duration waited = Duration.between(before, house.clock().instant());
        assertTrue(waited.compareTo(Duration.ofMillis(200 + 800 + 3200)) >= 0, waited.toString());
        assertTrue(waited.compareTo(Duration.ofMillis(2 * 4200)) < 0, waited.toString());
    }

    @Test
    @DisplayName("4.3 retryable: the next attempt is durable; until then the object is skipped and shown")
    void theNextAttemptIsDurable() {
        employ(1, 2);
        house.cycle();
        house.employ("1", "Ann", "Married", null);
        synchronize();
        refuse(operation -> true, Code.THROTTLED, Duration.ofMinutes(20));

        assertEquals(1, operations(this::export), "it asked for more than a step waits");
        assertEquals(house.clock().instant().plus(Duration.ofMinutes(20)), refusal().next());

        house.directory().faults().mend();
        house.wait(Duration.ofMinutes(19));
        StepReport[] report = new StepReport[1];
        assertEquals(0, operations(() -> report[0] = export()));
        assertEquals(StepResult.COMPLETED_WARNINGS, report[0].result());
        assertEquals("1 change was refused before and not yet sent again, the first is at 2026-01-01T00:20:00Z.",
                report[0].message());

        house.wait(Duration.ofMinutes(1));
        assertEquals(1, operations(this::export));
        assertEquals(List.of(), house.store().exportHistory().refusals("directory"));
        assertEquals(List.of(), house.store().runHistory().errors("directory"));
    }

    @Test
    @DisplayName("4.3 final: the same change is not sent again every run; another change is")
    void theSameRefusedChangeIsNotSentEveryRun() {
        employ(1, 1);
        house.cycle();
        house.employ("1", "Ann", "Married", null);
        synchronize();
        refuse(operation -> true, Code.CONSTRAINT_VIOLATION, null);
        List<Integer> sent = new ArrayList<>();
        for (int hour = 0; hour < 48; hour++) {
            if (operations(this::export) > 0) {
                sent.add(hour);
            }
            house.wait(Duration.ofHours(1));
        }

        assertEquals(List.of(0, 1, 2, 3), sent.subList(0, 4));
        assertEquals(7, sent.size());
        assertEquals(null, refusal().next());
        assertTrue(
                export().message().startsWith("1 change was refused too often and not sent again until it changes."));

        house.employ("1", "Ann", "Again", null);
        synchronize();
        assertEquals(1, operations(this::export));
    }

    @Test
    @DisplayName("4.3 what was given up is sent again when a person asks for it")
    void aPersonCanAskForWhatWasGivenUp() {
        theSameRefusedChangeIsNotSentEveryRun();
        house.wait(Duration.ofDays(1));
        for (int run = 0; run < 7; run++) {
            export();
            house.wait(Duration.ofDays(1));
        }
        house.directory().faults().mend();
        assertEquals(0, operations(this::export));

        assertEquals(0, new Retrying(house.store()).retry("directory", "uid=somebody,dc=test"));
        assertEquals(1, new Retrying(house.store()).retry("directory", "uid=anumber1,ou=people,dc=test"));

        assertEquals(1, operations(this::export));
    }

    @Test
    @DisplayName("4.3 a refused change that nobody wants any more is forgotten with its error")
    void aRefusedChangeThatIsWithdrawnIsForgotten() {
        employ(1, 1);
        house.cycle();
        house.employ("1", "Ann", "Married", null);
        synchronize();
        refuse(operation -> true, Code.CONSTRAINT_VIOLATION, null);
        export();
        house.employ("1", "Ann", "Number1", null);
        synchronize();

        house.cycle();

        assertEquals(List.of(), house.store().exportHistory().refusals("directory"));
        assertEquals(List.of(), house.store().runHistory().errors("directory"));
    }

    private void marryWithNewNumber() {
        employ(1, 2);
        house.cycle();
        house.employ("1", "Eve", "Married", "2");
        synchronize();
    }

    private static Predicate<ExportOperation> touching(String attribute) {
        return operation -> operation instanceof ExportOperation.Update update && update.changes().stream()
                .map(AttributeChange::attribute)
                .anyMatch(index -> House.ACCOUNT.attribute(index).name().equals(attribute));
    }

    private MemoryObject account() {
        return house.directory().byDn("account", "uid=anumber1,ou=People,dc=test").orElseThrow();
    }

    @Test
    @DisplayName("4.3 a refused bundle is split: what can be applied is, attribute, value and rule are named")
    void aRefusedBundleIsSplit() {
        marryWithNewNumber();
        refuse(touching("sn"), Code.CONSTRAINT_VIOLATION, null);

        StepReport report = export();

        assertEquals("Eve", account().attributes().text("givenName"));
        assertEquals("Number1", account().attributes().text("sn"));
        assertEquals("uid=anumber2,ou=People,dc=test", account().attributes().text("manager"));
        ObjectError error = report.errors().getFirst();
        assertEquals("sn = 'Married': not now Everything else of the change was done.", error.message());
        assertEquals("sn from sn (test.xml:1:1)", error.rule());
        assertEquals(1, report.counters().of(Counter.EXPORT_UPDATE));
        assertEquals(1, report.counters().of(Counter.EXPORT_FAILURE));

        house.directory().faults().mend();
        house.cycle();
        assertEquals("Married", account().attributes().text("sn"));
        assertEquals(List.of(), house.store().runHistory().errors("directory"));
        assertEquals(List.of(), house.store().exportHistory().refusals("directory"));
    }

    @Test
    @DisplayName("4.3 of a refused bundle of which nothing can be applied, every attribute, value and rule is named")
    void everyGuiltyPartIsNamed() {
        marryWithNewNumber();
        refuse(ExportOperation.Update.class::isInstance, Code.CONSTRAINT_VIOLATION, null);

        StepReport report = export();

        ObjectError error = report.errors().getFirst();
        assertEquals("givenName = 'Eve': not now sn = 'Married': not now"
                + " manager = 'uid=anumber2,ou=People,dc=test': not now", error.message());
        assertEquals("givenName from givenName (test.xml:1:1), sn from sn (test.xml:1:1),"
                + " manager from manager (test.xml:1:1)", error.rule());
        assertEquals(List.of("givenName", "sn", "manager"), failedAttributes());
    }

    @Test
    @DisplayName("4.3 of a refused bundle of which a part is applied, every guilty attribute is among the values that failed")
    void everyGuiltyPartIsAmongTheValuesThatFailed() {
        marryWithNewNumber();
        refuse(touching("sn").or(touching("manager")), Code.CONSTRAINT_VIOLATION, null);

        StepReport report = export();

        assertEquals("Eve", account().attributes().text("givenName"));
        assertEquals("sn from sn (test.xml:1:1), manager from manager (test.xml:1:1)",
                report.errors().getFirst().rule());
        assertEquals(List.of("sn", "manager"), failedAttributes());
    }

    private List<String> failedAttributes() {
        List<String> attributes = new ArrayList<>();
        new StepHistory(house.store().runHistory()).counted(
                house.store().runHistory().steps(1).getFirst().id(), Counter.EXPORT_FAILURE, null, Long.MAX_VALUE,
                one -> one.changes().forEach(change -> attributes.add(change.attribute())));
        return attributes;
    }

    @Test
    @DisplayName("4.3 the attribute that the system names is tried alone at once")
    void theNamedAttributeIsTriedAlone() {
        marryWithNewNumber();
        house.directory().faults().rejectAll(
                touching("sn"), new Rejected(Code.SCHEMA_VIOLATION, "too long", "sn", null));

        assertEquals(3, operations(this::export), "all, all but one, that one");
    }

    @Test
    @DisplayName("4.3 on-refused=\"whole\": all or nothing")
    void aBundleIsDoneAsAWholeWhereThePolicySaysSo() {
        house.onRefused(OnRefused.WHOLE);
        marryWithNewNumber();
        refuse(touching("sn"), Code.CONSTRAINT_VIOLATION, null);

        assertEquals(1, operations(this::export));

        assertEquals("Ann", account().attributes().text("givenName"));
    }

    @Test
    @DisplayName("4.3 a new object is never created in part")
    void aNewObjectIsNeverCreatedInPart() {
        employ(1, 1);
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
        refuse(ExportOperation.Add.class::isInstance, Code.CONSTRAINT_VIOLATION, null);

        assertEquals(1, operations(this::export));
    }

    @Test
    @DisplayName("4.3 exponential back-off with jitter: a minute, two, four, at most an hour; never less than asked; bounded")
    void backsOffExponentially() {
        Rejected busy = new Rejected(Code.BUSY, "", null, null);
        Rejected asking = new Rejected(Code.THROTTLED, "", null, Duration.ofHours(3));
        Backoff calm = new Backoff(new Random(7));
        for (int attempt = 1; attempt <= 24; attempt++) {
            long meant = Math.min(60L << (attempt - 1), 3600);
            long delay = Duration.between(NOON, calm.nextRun(busy, attempt, NOON)).toSeconds();
            assertTrue(delay >= meant && delay <= meant * 1.2, attempt + ": " + delay);
        }
        assertEquals(null, calm.nextRun(busy, 25, NOON));
        assertEquals(NOON.plus(Duration.ofHours(3)), calm.nextRun(asking, 1, NOON));
        assertEquals(new Backoff(new Random(7)).nextRun(busy, 3, NOON),
                new Backoff(new Random(7)).nextRun(busy, 3, NOON));
    }
}
