package org.syncline.platform.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult.Code;
import org.syncline.connectors.spi.ExportResult.Rejected;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;

/** Semantics 4.2, 4.3: what became of a change whose answer was lost is found out; where nothing is reached nobody is blamed. */
class Semantics4LostAnswerTest {
    private static final String OUTAGE = "The directory cannot be reached.";
    private final House house = new House().renaming("\"uid=\" & LCase([sn]) & [employeeId] & \",ou=People,dc=test\"");

    /** What is asked of the directory when the answer is lost. */
    private enum Change {
        ADD,
        UPDATE,
        RENAME,
        DELETE
    }

    private record Row(Change change, boolean readsOne, boolean isDone, boolean importsFirst) {}

    static Stream<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Change change : Change.values()) {
            for (int bits = 0; bits < 8; bits++) {
                rows.add(new Row(change, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0));
            }
        }
        return rows.stream();
    }

    @AfterEach
    void leave() {
        house.leave();
    }

    private void employ(int from, int to) {
        for (int number = from; number <= to; number++) {
            house.employ("" + number, "Ann", "Number", null);
        }
    }

    private void synchronize() {
        house.run("hr", Kind.DELTA_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
    }

    private void change(Change change) {
        switch (change) {
            case ADD -> house.employ("9", "Ann", "Number", null);
            case UPDATE -> house.employ("1", "Zoe", "Number", null);
            case RENAME -> house.employ("1", "Ann", "Married", null);
            case DELETE -> house.dismiss("1");
        }
        synchronize();
    }

    private static Predicate<ExportOperation> first() {
        boolean[] seen = new boolean[1];
        return operation -> {
            boolean isFirst = !seen[0];
            seen[0] = true;
            return isFirst;
        };
    }

    private Map<String, String> accounts() {
        Map<String, String> accounts = new TreeMap<>();
        for (MemoryObject account : house.directory().objects("account")) {
            accounts.merge(account.attributes().text("employeeNumber"),
                    account.attributes().text("givenName") + " " + account.attributes().dn(),
                    (one, twin) -> one + " and " + twin);
        }
        return accounts;
    }

    private static Map<String, String> expected(Change change) {
        Map<String, String> accounts = new TreeMap<>();
        for (int number = 1; number <= 5; number++) {
            accounts.put("" + number, "Ann uid=number" + number + ",ou=People,dc=test");
        }
        switch (change) {
            case ADD -> accounts.put("9", "Ann uid=number9,ou=People,dc=test");
            case UPDATE -> accounts.put("1", "Zoe uid=number1,ou=People,dc=test");
            case RENAME -> accounts.put("1", "Ann uid=married1,ou=People,dc=test");
            case DELETE -> accounts.remove("1");
        }
        return accounts;
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("4.2 a lost answer: no twin, nothing lost, nobody blamed for what was done, and then rest")
    void aLostAnswerIsFoundOut(Row row) {
        if (!row.readsOne) {
            house.withoutSingleReads();
        }
        employ(1, 5);
        house.cycle();
        house.cycle();
        change(row.change);
        if (row.isDone) {
            house.directory().faults().loseNextAnswer(operation -> true);
        } else {
            house.directory().faults().rejectNext(first(), new Rejected(Code.CONNECTION_LOST, "lost", null, null));
        }
        house.directory().resetCounts();

        StepReport report = house.run("directory", Kind.EXPORT);

        assertEquals(1, house.directory().counts().operations(), "it is not sent again before somebody has looked");
        assertEquals(List.of("connection-lost"), report.errors().stream().map(ObjectError::code).toList());
        if (row.importsFirst) {
            house.run("directory", Kind.FULL_IMPORT);
        }
        house.run("directory", Kind.EXPORT);
        for (int cycle = 0; cycle < 3; cycle++) {
            house.cycle();
        }
        assertEquals(expected(row.change), accounts());
        assertEquals(Map.of(), house.store().runHistory().inFlight("directory"));
        assertEquals(List.of(), house.store().runHistory().errors("directory"));
        house.directory().resetCounts();
        house.cycle();
        assertEquals(0, house.directory().counts().operations());
    }

    /** What has become of the wish when the system is back. */
    private enum Since {
        NOTHING,
        IT_IS_ANOTHER,
        NOBODY_HAS_IT_ANY_MORE
    }

    private record Untold(Change change, Since since) {}

    static Stream<Untold> untold() {
        return Stream.of(Change.values())
                .flatMap(change -> Stream.of(Since.values()).map(since -> new Untold(change, since)));
    }

    private void happen(Untold row) {
        String concerned = row.change == Change.ADD ? "9" : "1";
        switch (row.since) {
            case NOTHING -> {}
            case IT_IS_ANOTHER -> house.employ(concerned, "Eve", "Number", null);
            case NOBODY_HAS_IT_ANY_MORE -> {
                if (row.change == Change.ADD) {
                    house.dismiss(concerned);
                } else {
                    house.employ(concerned, "Ann", "Number", null);
                }
            }
        }
    }

    private static Map<String, String> expected(Untold row) {
        Map<String, String> accounts = expected(row.change);
        String concerned = row.change == Change.ADD ? "9" : "1";
        switch (row.since) {
            case NOTHING -> {}
            case IT_IS_ANOTHER -> accounts.put(concerned, "Eve uid=number" + concerned + ",ou=People,dc=test");
            case NOBODY_HAS_IT_ANY_MORE -> {
                accounts.remove("9");
                accounts.put("1", "Ann uid=number1,ou=People,dc=test");
            }
        }
        return accounts;
    }

    @ParameterizedTest
    @MethodSource("untold")
    @DisplayName("4.2 a system that neither answered nor tells of it in its delta is asked for each object")
    void whatNoDeltaTellsIsAskedFor(Untold row) {
        employ(1, 5);
        house.cycle();
        house.cycle();
        change(row.change);
        house.directory().faults().loseNextAnswer(operation -> true);
        house.run("directory", Kind.EXPORT);
        house.directory().forgetChanges();
        happen(row);

        for (int cycle = 0; cycle < 3; cycle++) {
            house.cycle();
        }

        assertEquals(expected(row), accounts());
        assertEquals(Map.of(), house.store().runHistory().inFlight("directory"));
        assertEquals(List.of(), house.store().runHistory().errors("directory"));
        house.directory().resetCounts();
        house.cycle();
        assertEquals(0, house.directory().counts().operations());
    }

    @Test
    @DisplayName("4.2 what lost its answer is not sent once more for what was held back of it")
    void whatLostItsAnswerWaitsWithTheRestOfIt() {
        house.withPagesOf(1);
        house.run("directory", Kind.FULL_IMPORT);
        house.employ("1", "Ann", "Number", "2");
        house.employ("2", "Ann", "Number", "1");
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_SYNC);
        house.directory().faults().loseNextAnswer(operation -> true);

        StepReport report = house.run("directory", Kind.EXPORT);

        assertEquals(List.of("connection-lost"), report.errors().stream().map(ObjectError::code).toList());
        house.cycle();
        house.cycle();
        Map<String, String> managers = new TreeMap<>();
        house.directory().objects("account").forEach(account -> managers.put(account.attributes().dn(),
                account.attributes().text("manager")));
        assertEquals(Map.of("uid=number1,ou=People,dc=test", "uid=number2,ou=People,dc=test",
                "uid=number2,ou=People,dc=test", "uid=number1,ou=People,dc=test"), managers);
        assertEquals(List.of(), house.store().runHistory().errors("directory"));
    }

    @Test
    @DisplayName("4.3 a part whose answer is lost while a change is split is found out, also if nobody wants it any more")
    void aLostPartOfASplitChangeIsFoundOut() {
        employ(1, 1);
        house.cycle();
        house.cycle();
        house.employ("1", "Zoe", "Married", null);
        synchronize();
        Predicate<ExportOperation> firstName = operation -> ((ExportOperation.Update) operation).changes().stream()
                .allMatch(change -> change.attribute() == House.ACCOUNT.index("givenName"));
        house.directory().faults().rejectAll(firstName.negate(),
                new Rejected(Code.CONSTRAINT_VIOLATION, "no", null, null));
        house.directory().faults().loseNextAnswer(firstName);
        house.run("directory", Kind.EXPORT);
        house.directory().forgetChanges();
        house.directory().faults().mend();
        assertEquals("Zoe uid=number1,ou=People,dc=test", accounts().get("1"));
        employ(1, 1);

        house.cycle();
        house.cycle();

        assertEquals(Map.of("1", "Ann uid=number1,ou=People,dc=test"), accounts());
        assertEquals(Map.of(), house.store().runHistory().inFlight("directory"));
    }

    private static Predicate<ExportOperation> afterThe(int operations) {
        int[] seen = new int[1];
        return operation -> seen[0]++ >= operations;
    }

    @Test
    @DisplayName("4.3 an outage ends the step with one message: no error and no delay for single objects, the next run goes on")
    void anOutageEndsTheStep() {
        house.withPagesOf(10);
        house.run("directory", Kind.FULL_IMPORT);
        employ(1, 100);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_SYNC);
        house.directory().faults().rejectAll(afterThe(15), new Rejected(Code.UNREACHABLE, OUTAGE, null, null));
        house.directory().resetCounts();

        StepReport report = house.run("directory", Kind.EXPORT);

        assertEquals(StepResult.STOPPED_CONNECTIVITY, report.result());
        assertEquals(OUTAGE + " What was not sent is sent in the next run.", report.message());
        assertEquals(List.of(), report.errors());
        assertEquals(15, report.counters().of(Counter.EXPORT_ADD));
        assertEquals(0, report.counters().of(Counter.EXPORT_FAILURE));
        assertEquals(20 + 3 * 5, house.directory().counts().operations(), "the rest of one page is tried four times");
        assertEquals(List.of(), house.store().exportHistory().refusals("directory"));
        assertEquals(Map.of(), house.store().runHistory().inFlight("directory"));

        house.directory().faults().mend();
        house.directory().resetCounts();
        StepReport next = house.run("directory", Kind.EXPORT);
        assertEquals(StepResult.SUCCESS, next.result());
        assertEquals(85, house.directory().counts().operations());
        assertEquals(100, accounts().size());
    }

    @Test
    @DisplayName("4.3 a system that is back within the patience of a step loses nothing")
    void aSystemThatIsBackSoonCostsNothing() {
        house.run("directory", Kind.FULL_IMPORT);
        employ(1, 3);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_SYNC);
        for (int number = 1; number <= 3; number++) {
            house.directory().faults().rejectNext(operation -> true,
                    new Rejected(Code.UNREACHABLE, OUTAGE, null, null));
        }

        StepReport report = house.run("directory", Kind.EXPORT);

        assertEquals(StepResult.SUCCESS, report.result());
        assertTrue(report.message() == null, report::message);
        assertEquals(3, accounts().size());
    }
}
