package org.syncline.platform.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.ChangeGuard;
import org.syncline.dsl.ruleset.ChangeGuard.Limit;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Guards;
import org.syncline.dsl.ruleset.Guards.ImportGuard;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.operations.Reviewing;
import org.syncline.platform.engine.operations.Reviewing.Approved;
import org.syncline.platform.engine.operations.ShownExport;
import org.syncline.platform.engine.port.GuardHistory.Approval;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.StepReport;

/** Semantics 4.5: an approval names a digest of one connector's held objects. */
class Semantics4ApprovalTest {
    private final House house = new House();

    @BeforeEach
    void holdMoreThanThreeUpdates() {
        house.guardedBy(new Guards(
                new ImportGuard(0, 0),
                new ChangeGuard(
                        Limit.NONE, Limit.number(3), Limit.NONE, Limit.NONE, Limit.NONE, 0, Duration.ZERO, true)));
        for (int number = 1; number <= 20; number++) {
            house.employ("" + number, "Ann", "Number" + number, null);
        }
        house.cycle();
    }

    @AfterEach
    void leave() {
        house.leave();
    }

    private void marry(int from, int to, String name) {
        for (int number = from; number <= to; number++) {
            house.employ("" + number, "Ann", name + number, null);
        }
    }

    private StepReport export() {
        return house.run("directory", Kind.EXPORT);
    }

    private Reviewing reviewing() {
        return new Reviewing(house.store(), house.clock());
    }

    private ConnectorDefinition directory() {
        return house.rules().ruleset().connectors().get("directory");
    }

    private ShownExport.Set pending() {
        return reviewing().pending(directory(), export -> {});
    }

    private Approved approve(String digest) {
        return reviewing().approve(directory(), digest, "ann").orElseThrow();
    }

    private void synchronize() {
        house.run("hr", Kind.DELTA_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
    }

    private static long updates(StepReport report) {
        return report.counters().of(Counter.EXPORT_UPDATE);
    }

    @Test
    @DisplayName("the message of a tripped guard names the two commands to type")
    void theMessageNamesTheCommands() {
        marry(1, 4, "Married");
        synchronize();

        String message = export().message();

        Matcher commands = Pattern.compile("(?s).*syncline pending \\. --connector directory\n.*"
                + "syncline approve \\. --connector directory --digest ([0-9a-f]{16})\n.*").matcher(message);
        assertTrue(commands.matches(), message);
        assertEquals(pending().digest(), commands.group(1));
    }

    @Test
    @DisplayName("those still identical are sent, once, and who released them is kept")
    void releasesTheSetOnce() {
        marry(1, 5, "Married");
        synchronize();
        assertTrue(export().result().isHeld());

        assertEquals(new Approved(5, List.of(), 0), approve(pending().digest()));
        StepReport released = export();

        assertTrue(released.result().isCompleted());
        assertEquals(5, updates(released));
        assertEquals("5 objects went out as approved by ann.", released.message());
        Approval approval = reviewing().approvals(directory()).getFirst();
        assertEquals("ann", approval.who());
        assertEquals("released 5, changed since 0, held 0", approval.outcome());

        marry(1, 5, "Again");
        synchronize();
        assertTrue(export().result().isHeld(), "the guard itself stays");
    }

    @Test
    @DisplayName("the changed ones stay held and are named")
    void whatChangedStaysHeld() {
        marry(1, 5, "Married");
        synchronize();
        approve(pending().digest());
        marry(5, 6, "Later");
        synchronize();

        StepReport released = export();

        assertTrue(released.result().isHeld());
        assertEquals(4, updates(released));
        assertTrue(
                released.message().contains("Nothing of what this concerns was sent but 4 objects that were approved;"
                        + " 1 object changed since the approval and stay held: uid=anumber5,ou=People,dc=test."),
                released.message());
        assertEquals(2, pending().size());
        assertFalse(reviewing().approvals(directory()).getFirst().isOpen());
        assertTrue(export().result().isCompleted(), "two are within the limit");
    }

    @Test
    @DisplayName("an approval that is not needed is used up all the same")
    void anApprovalThatIsNotNeededIsUsedUp() {
        marry(1, 5, "Married");
        synchronize();
        approve(pending().digest());
        marry(1, 5, "Number");
        marry(6, 6, "Married");
        synchronize();

        assertTrue(export().result().isCompleted());
        assertEquals("no guard held anything", reviewing().approvals(directory()).getFirst().outcome());
    }

    @Test
    @DisplayName("an approval outlives an export that breaks off")
    void anApprovalOutlivesABrokenExport() {
        marry(1, 5, "Married");
        synchronize();
        approve(pending().digest());
        house.directory().faults().breakNextExportAfter(2);
        assertFalse(export().result().isCompleted());

        assertTrue(export().result().isCompleted());
        assertEquals(0, pending().size());
    }

    @Test
    @DisplayName("a digest is of one connector and of exactly one set")
    void aDigestIsOfExactlyOneSet() {
        marry(1, 4, "Married");
        synchronize();
        String digest = pending().digest();
        assertEquals(digest, pending().digest());
        marry(4, 4, "Other");
        synchronize();
        assertNotEquals(digest, pending().digest());
        assertEquals(Optional.empty(), reviewing().approve(directory(), "0123456789abcdef", "ann"));
        assertEquals(new Approved(3, List.of("uid=anumber4,ou=People,dc=test"), 0), approve(digest));
    }

    @Test
    @DisplayName("the pending set is listed in the order of the export, secrets as markers")
    void listsThePendingSet() {
        house.employ("21", "Zoë", "New", null);
        house.employ("1", "Ann", null, null);
        house.dismiss("2");
        synchronize();
        List<ShownExport> shown = new ArrayList<>();

        ShownExport.Set set = reviewing().pending(directory(), shown::add);

        assertEquals(List.of(1L, 1L, 1L), List.of(set.adds(), set.updates(), set.deletes()));
        assertEquals(List.of("add", "update", "delete"), shown.stream().map(ShownExport::kind).toList());
        assertEquals("uid=znew,ou=People,dc=test", shown.getFirst().dn());
        assertTrue(shown.getFirst().changes().contains(
                new ShownExport.Change("password", false, false, List.of("(generated when sent)"), List.of())));
        assertEquals(List.of(new ShownExport.Change("sn", false, false, List.of(), List.of("Number1"))),
                shown.get(1).changes());
        assertNull(shown.get(2).newDn());
    }
}
