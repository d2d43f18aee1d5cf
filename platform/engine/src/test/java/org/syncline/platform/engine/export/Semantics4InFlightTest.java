package org.syncline.platform.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.dsl.ruleset.ChangeGuard;
import org.syncline.dsl.ruleset.ChangeGuard.Limit;
import org.syncline.dsl.ruleset.Guards;
import org.syncline.dsl.ruleset.Guards.ImportGuard;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.port.GuardHistory.Affected;
import org.syncline.platform.engine.port.GuardHistory.ChangeKind;
import org.syncline.platform.engine.port.RunHistory.SentImage;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.platform.engine.story.ObservedStore;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.TextValue;

/** Semantics 4.2: objects are marked in flight with the sent image; after a crash the outcome is found out. */
class Semantics4InFlightTest {
    private final House house = new House();
    private Death death;
    private Page dyingPage;
    private int pages;
    private long marked;

    /** When the process dies in an export. */
    private enum Death {
        BEFORE_THE_MARK,
        AFTER_THE_MARK,
        IN_THE_MIDDLE_OF_SENDING,
        AFTER_SENDING,
        WHILE_RECORDING
    }

    /** Which page of the export it dies in, by what it sends. */
    private enum Page {
        ADDS,
        UPDATES,
        DELETES
    }

    /** What happens before the next export. */
    private enum Since {
        NOTHING,
        THE_RULES_CHANGED,
        NOBODY_WANTS_IT_ANY_MORE
    }

    private record Row(Death death, Page page, Since since, boolean readsOne, boolean exportsFirst) {}

    private static final class EndOfProcess extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    static Stream<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Death death : Death.values()) {
            for (Page page : Page.values()) {
                for (Since since : Since.values()) {
                    for (boolean one : List.of(true, false)) {
                        rows.add(new Row(death, page, since, one, true));
                        rows.add(new Row(death, page, since, one, false));
                    }
                }
            }
        }
        return rows.stream();
    }

    @AfterEach
    void leave() {
        house.leave();
    }

    private void settled() {
        for (int number = 1; number <= 5; number++) {
            house.employ("" + number, "Ann", "Number" + number, null);
        }
        house.cycle();
        house.storingIn(store -> new ObservedStore(store, this::die));
        house.directory().resetCounts();
    }

    private void die(String method, Object[] arguments) {
        if (method.equals("markInFlight")) {
            pages++;
            marked = house.directory().counts().operations();
        }
        if (death == null || pages != dyingPage.ordinal() + 1) {
            return;
        }
        boolean sent = house.directory().counts().operations() > marked;
        boolean now = switch (death) {
            case BEFORE_THE_MARK -> method.equals("markInFlight");
            case AFTER_THE_MARK -> method.equals("makeDurable");
            case IN_THE_MIDDLE_OF_SENDING -> false;
            case AFTER_SENDING -> sent && method.equals("load");
            case WHILE_RECORDING -> method.equals("clearInFlight");
        };
        if (death == Death.IN_THE_MIDDLE_OF_SENDING && method.equals("makeDurable")) {
            house.directory().faults().breakNextExportAfter(1);
        }
        if (now) {
            death = null;
            throw new EndOfProcess();
        }
    }

    private void synchronize() {
        house.run("hr", Kind.DELTA_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
    }

    /** Two are hired, two get other names, two leave; the process that sends this dies. */
    private void dieWhileSending(Death when, Page page) {
        house.employ("6", "Eve", "New", null);
        house.employ("7", "Ida", "New", null);
        house.employ("1", "Zoe", "Married", null);
        house.employ("3", "Zoe", "Married", null);
        house.dismiss("2");
        house.dismiss("5");
        synchronize();
        death = when;
        dyingPage = page;
        pages = 0;
        assertTrue(!house.run("directory", Kind.EXPORT).result().isCompleted());
        death = null;
    }

    static Stream<Row> undisturbed() {
        return rows().filter(row -> row.since == Since.NOTHING);
    }

    @ParameterizedTest
    @MethodSource("undisturbed")
    @DisplayName("4.2, 4.5 what was sent before a death counts in the windows of the guards: all of it, and once")
    void whatWasSentBeforeADeathCountsInTheWindows(Row row) {
        if (!row.readsOne) {
            house.withoutSingleReads();
        }
        settled();
        Limit three = Limit.number(3);
        house.guardedBy(new Guards(new ImportGuard(0, 0), new ChangeGuard(
                Limit.NONE, Limit.NONE, three, Limit.NONE, Limit.NONE, 0, Duration.ofDays(1), true)));
        dieWhileSending(row.death, row.page);
        if (row.exportsFirst) {
            house.run("directory", Kind.EXPORT);
        }
        house.cycle();
        house.cycle();

        assertEquals(
                Map.of(
                        Affected.of("account", ChangeKind.ADD), 2L, Affected.of("account", ChangeKind.UPDATE), 2L,
                        Affected.of("account", ChangeKind.DELETE), 2L),
                house.store().guardHistory().sentAfter("directory", Instant.EPOCH));
        house.dismiss("6");
        house.dismiss("7");
        synchronize();
        assertEquals(
                StepResult.STOPPED_DELETION_THRESHOLD_EXCEEDED, house.run("directory", Kind.EXPORT).result());
    }

    private Map<String, String> expected(Since since) {
        boolean reverted = since == Since.NOBODY_WANTS_IT_ANY_MORE;
        Map<String, String> expected = new TreeMap<>();
        expected.put("1", reverted ? "Ann Number1" : "Zoe Married");
        expected.put("3", reverted ? "Ann Number3" : "Zoe Married");
        expected.put("4", "Ann Number4");
        expected.putAll(reverted
                ? Map.of("2", "Ann Number2", "5", "Ann Number5")
                : Map.of("6", "Eve New", "7", "Ida New"));
        return expected;
    }

    private void happen(Since since) {
        switch (since) {
            case NOTHING -> {}
            case THE_RULES_CHANGED -> house.naming(
                    "\"uid=\" & EscapeDNComponent({uid}) & \",ou=Staff,dc=test\"").nextVersion();
            case NOBODY_WANTS_IT_ANY_MORE -> {
                house.dismiss("6");
                house.dismiss("7");
                for (int number : List.of(1, 2, 3, 5)) {
                    house.employ("" + number, "Ann", "Number" + number, null);
                }
            }
        }
    }

    private Map<String, String> accounts() {
        Map<String, String> accounts = new TreeMap<>();
        for (MemoryObject account : house.directory().objects("account")) {
            String name = account.attributes().text("givenName") + " " + account.attributes().text("sn");
            accounts.merge(account.attributes().text("employeeNumber"), name, (one, twin) -> one + " and " + twin);
        }
        return accounts;
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("4.2 whenever the process dies: no twin, nothing lost, nothing done that nobody wants, and then rest")
    void whenever(Row row) {
        if (!row.readsOne) {
            house.withoutSingleReads();
        }
        settled();
        dieWhileSending(row.death, row.page);
        happen(row.since);
        if (row.exportsFirst) {
            synchronize();
            house.run("directory", Kind.EXPORT);
        }
        house.cycle();
        house.cycle();

        assertEquals(expected(row.since), accounts());
        assertEquals(Map.of(), house.store().runHistory().inFlight("directory"));
        assertEquals(List.of(), house.store().runHistory().errors("directory"));
        house.directory().resetCounts();
        house.cycle();
        assertEquals(0, house.directory().counts().operations());
    }

    private ConnectorSpaceObject account(String number) {
        return house.store().connectorSpace().load(house.store().connectorSpace().all("directory", 0, 100)).stream()
                .filter(object -> number.equals(view(object)))
                .findFirst()
                .orElseThrow();
    }

    private static String view(ConnectorSpaceObject object) {
        return object.hologram().wanted() == null
                ? object.hologram().imported().text("employeeNumber")
                : object.hologram().wanted().text("employeeNumber");
    }

    @Test
    @DisplayName("4.2 the mark holds the change as sent, and never a secret")
    void theMarkHoldsTheChangeAsSentAndNeverASecret() {
        settled();
        dieWhileSending(Death.AFTER_THE_MARK, Page.ADDS);
        Delta hired = account("6").hologram().pendingExport();
        assertTrue(hired.changes().stream().anyMatch(change -> change.added().getFirst() instanceof GeneratedSecret));

        Map<Long, SentImage> images = house.store().runHistory().inFlight("directory");

        assertEquals(Set.of(account("6").id(), account("7").id()), images.keySet());
        assertEquals(Operations.remembered(hired), images.get(account("6").id()).sent());
        assertTrue(images.get(account("6").id()).sent().changes().stream()
                .flatMap(change -> change.added().stream()).noneMatch(GeneratedSecret.class::isInstance));
    }

    @Test
    @DisplayName("4.2 read back: what arrived wholly is confirmed, and not taken for the system's own change")
    void whatArrivedWhollyIsConfirmed() {
        settled();
        dieWhileSending(Death.AFTER_SENDING, Page.UPDATES);
        house.directory().resetCounts();

        StepReport export = house.run("directory", Kind.EXPORT);

        assertEquals(StepResult.SUCCESS, export.result());
        assertEquals(2, house.directory().counts().operations(), "the two deletions");
        assertTrue(account("1").hologram().pendingImport().isNone());
        assertTrue(account("1").hologram().unconfirmedExport().isNone());
        assertEquals(Map.of(), house.store().runHistory().inFlight("directory"));
    }

    @Test
    @DisplayName("4.2 read back: what arrived in part is completed")
    void whatArrivedInPartIsCompleted() {
        settled();
        dieWhileSending(Death.AFTER_SENDING, Page.UPDATES);
        MemoryObject ann = house.directory().objects("account").stream()
                .filter(account -> "1".equals(account.attributes().text("employeeNumber")))
                .findFirst()
                .orElseThrow();
        house.directory().put(ann.anchor(), ann.attributes().with("sn", new TextValue("Number1")));
        house.directory().resetCounts();

        house.run("directory", Kind.EXPORT);

        assertEquals(3, house.directory().counts().operations(), "the missing value and two deletions");
        assertEquals("Zoe Married", accounts().get("1"));
    }

    @Test
    @DisplayName("4.2 not read back: what nobody wants any more and may have arrived is undone by the next export")
    void whatMayHaveArrivedIsUndone() {
        house.withoutSingleReads();
        settled();
        dieWhileSending(Death.AFTER_SENDING, Page.UPDATES);
        assertEquals("Zoe Married", accounts().get("1"));
        happen(Since.NOBODY_WANTS_IT_ANY_MORE);
        synchronize();

        house.run("directory", Kind.EXPORT);

        assertEquals("Ann Number1", accounts().get("1"));
    }

    @Test
    @DisplayName("4.2 a deletion that may have arrived: creation waits until an import has told, and nobody is blamed for it")
    void whoReturnsWhileADeletionIsInFlightGetsOneAccount() {
        settled();
        dieWhileSending(Death.AFTER_SENDING, Page.DELETES);
        happen(Since.NOBODY_WANTS_IT_ANY_MORE);

        house.cycle();
        house.cycle();

        assertEquals("Ann Number2", accounts().get("2"));
        assertEquals(List.of(), house.store().runHistory().errors("directory"));
    }

    @Test
    @DisplayName("4.2 the import that reports what is in flight settles it, as our own change")
    void theImportSettlesWhatIsInFlight() {
        settled();
        dieWhileSending(Death.AFTER_SENDING, Page.UPDATES);

        StepReport report = house.run("directory", Kind.FULL_IMPORT);

        assertEquals(Map.of(), house.store().runHistory().inFlight("directory"));
        assertTrue(account("1").hologram().pendingImport().isNone());
        assertTrue(account("1").hologram().pendingExport().isNone());
        assertEquals(StepResult.SUCCESS, report.result());
    }

    private void dieInPage(int number, Death when) {
        death = when;
        dyingPage = Page.values()[number - 1];
        pages = 0;
        assertTrue(!house.run("directory", Kind.EXPORT).result().isCompleted());
        assertEquals(null, death, "it died");
    }

    private MemoryObject directoryAccount(String number) {
        return house.directory().objects("account").stream()
                .filter(one -> number.equals(one.attributes().text("employeeNumber")))
                .findFirst()
                .orElseThrow();
    }

    private void thenAllIsWell(String report, String manager) {
        house.cycle();
        house.cycle();
        assertEquals(directoryAccount(manager).attributes().dn(),
                directoryAccount(report).attributes().text("manager"));
        assertEquals(List.of(), house.store().runHistory().pendingReferences("directory"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("4.2 those who refer to an account whose new name arrived call it by that name")
    void whoRefersToWhatArrivedCallsItByItsNewName(boolean readsOne) {
        if (!readsOne) {
            house.withoutSingleReads();
        }
        house.renaming("\"uid=\" & LCase([sn]) & [employeeId] & \",ou=People,dc=test\"");
        settled();
        house.employ("4", "Ann", "Number4", "1");
        house.cycle();
        house.employ("1", "Zoe", "Married", null);

        synchronize();
        dieInPage(1, Death.AFTER_SENDING);

        assertEquals("uid=married1,ou=People,dc=test", directoryAccount("1").attributes().dn());
        thenAllIsWell("4", "1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("4.2 a reference that was held back and arrived is listed no longer")
    void aHeldReferenceThatArrivedIsListedNoLonger(boolean readsOne) {
        if (!readsOne) {
            house.withoutSingleReads();
        }
        settled();
        house.employ("6", "Eve", "New", "7");
        house.employ("7", "Ida", "New", "6");
        synchronize();
        dieInPage(2, Death.BEFORE_THE_MARK);
        house.run("directory", Kind.FULL_IMPORT);
        house.run("directory", Kind.DELTA_SYNC);
        assertTrue(!house.store().runHistory().pendingReferences("directory").isEmpty());

        dieInPage(1, Death.AFTER_SENDING);

        thenAllIsWell("6", "7");
        thenAllIsWell("7", "6");
    }
}
