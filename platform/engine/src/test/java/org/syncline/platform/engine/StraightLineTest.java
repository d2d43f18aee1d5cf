package org.syncline.platform.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.dsl.ruleset.EndPolicy;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.Attributes;

/** One object's whole way, from the HR system to the directory and back. */
public class StraightLineTest {
    private final House house = new House(this::open);

    /** The same is tested with other stores. */
    protected Store open(TypeSource types) {
        return new MemoryStore(types);
    }

    private Map<String, Attributes> accounts() {
        return house.directory().objects("account").stream()
                .map(MemoryObject::attributes)
                .collect(Collectors.toMap(Attributes::dn, account -> account));
    }

    private static long sum(List<StepReport> reports, Counter counter) {
        return reports.stream().mapToLong(report -> report.counters().of(counter)).sum();
    }

    private static void assertClean(List<StepReport> reports) {
        reports.forEach(report -> assertEquals(
                StepResult.SUCCESS, report.result(),
                () -> report.request() + ": " + report.message() + report.errors()));
    }

    @Test
    void employeesGetAccountsWithUniqueNamesAndResolvedManagers() {
        house.employ("1", "Ann", "Smith", "3");
        house.employ("2", "Al", "Smith", "1");
        house.employ("3", "Zoë", "Boss", null);

        assertClean(house.cycle());

        assertEquals(3, accounts().size());
        Attributes ann = accounts().get("uid=asmith,ou=People,dc=test");
        assertEquals("Ann", ann.text("givenName"));
        assertEquals("uid=zboss,ou=People,dc=test", ann.text("manager"));
        assertEquals(16, ann.text("password").length());
        assertEquals("uid=asmith,ou=People,dc=test", accounts().get("uid=asmith2,ou=People,dc=test").text("manager"));
    }

    @Test
    void theSecondCycleExportsNothing() {
        house.employ("1", "Ann", "Smith", null);
        house.cycle();

        List<StepReport> second = house.cycle();

        assertClean(second);
        assertEquals(0, sum(second, Counter.EXPORT_ADD) + sum(second, Counter.EXPORT_UPDATE));
        assertTrue(second.stream().noneMatch(report -> report.request().step().kind().text().equals("export")));
    }

    @Test
    void aChangedNameIsOneUpdateAndKeepsTheAccountsName() {
        house.employ("1", "Ann", "Smith", null);
        house.cycle();
        house.employ("1", "Ann", "Jones", null);

        List<StepReport> reports = house.cycle();

        assertClean(reports);
        assertEquals(1, sum(reports, Counter.EXPORT_UPDATE));
        assertEquals("Jones", accounts().get("uid=asmith,ou=People,dc=test").text("sn"));
    }

    @Test
    void aDeletedEmployeeLosesTheAccountAndANewOneGetsANewOne() {
        house.employ("1", "Ann", "Smith", null);
        house.cycle();
        house.dismiss("1");

        List<StepReport> reports = house.cycle();

        assertClean(reports);
        assertEquals(1, sum(reports, Counter.EXPORT_DELETE));
        assertTrue(accounts().isEmpty());
        assertTrue(house.store().metaverse().all(0, 10).isEmpty());
        assertTrue(house.store().connectorSpace().all("directory", 0, 10).isEmpty());

        house.employ("1", "Ann", "Smith", null);
        assertClean(house.cycle());
        assertEquals(1, accounts().size());
    }

    @Test
    void anExistingAccountIsAdoptedInsteadOfCreatingASecondOne() {
        house.directory().put(Attributes.builder(House.ACCOUNT)
                .set("dn", "uid=old,ou=People,dc=test")
                .set("uid", "old")
                .set("employeeNumber", "1")
                .build());
        house.employ("1", "Ann", "Smith", null);

        List<StepReport> reports = house.cycle();

        assertClean(reports);
        assertEquals(1, accounts().size());
        assertEquals("Ann", accounts().get("uid=old,ou=People,dc=test").text("givenName"));
    }

    @Test
    void aManagerWhoIsFilteredIsListedAndNotWritten() {
        house.filtering("[status] = \"external\"");
        house.employ("1", "Ann", "Smith", "2");
        house.employ("2", "Eve", "Extern", null, "external");

        assertClean(house.cycle());

        assertNull(accounts().get("uid=asmith,ou=People,dc=test").text("manager"));
        assertEquals(
                "unresolved: filtered",
                house.store().runHistory().pendingReferences("hr").getFirst().reason());

        house.employ("2", "Eve", "Extern", null, "current");
        assertClean(house.cycle());
        assertEquals(
                "uid=eextern,ou=People,dc=test",
                accounts().get("uid=asmith,ou=People,dc=test").text("manager"));
        assertTrue(house.store().runHistory().pendingReferences("hr").isEmpty());
    }

    @Test
    void aDismissedManagerDisappearsFromTheTeam() {
        house.employ("1", "Ann", "Smith", "2");
        house.employ("2", "Eve", "Boss", null);
        house.cycle();
        assertNotNull(accounts().get("uid=asmith,ou=People,dc=test").text("manager"));

        house.dismiss("2");
        assertClean(house.cycle());

        assertEquals(1, accounts().size());
        assertNull(accounts().get("uid=asmith,ou=People,dc=test").text("manager"));
    }

    @Test
    void aGraceKeepsTheAccountUntilItIsOver() {
        house.endsWith(new EndPolicy.LastLinkGone(Duration.ofDays(7)));
        house.employ("1", "Ann", "Smith", null);
        house.cycle();
        house.dismiss("1");

        assertClean(house.cycle());
        assertEquals(1, accounts().size());

        house.wait(Duration.ofDays(8));
        assertClean(house.cycle());
        assertTrue(accounts().isEmpty());
    }

    @Test
    void aReturnWithinTheGraceCancelsTheEnd() {
        house.endsWith(new EndPolicy.LastLinkGone(Duration.ofDays(7)));
        house.employ("1", "Ann", "Smith", null);
        house.cycle();
        house.dismiss("1");
        house.cycle();

        house.employ("1", "Ann", "Smith", null);
        assertClean(house.cycle());
        house.wait(Duration.ofDays(8));
        assertClean(house.cycle());

        assertEquals(1, accounts().size());
    }

    @Test
    void aLeaverIsDeprovisionedWhileTheIdentityLives() {
        house.deprovisioning("[status] = \"left\"", new ProvisioningRules.Delete());
        house.employ("1", "Ann", "Smith", null);
        house.cycle();
        house.employ("1", "Ann", "Smith", null, "left");

        assertClean(house.cycle());

        assertTrue(accounts().isEmpty());
        assertEquals(1, house.store().metaverse().all(0, 10).size());
        assertClean(house.cycle());
        assertTrue(accounts().isEmpty());
    }

    @Test
    void aDroppedExportIsSeenAndSentAgain() {
        house.employ("1", "Ann", "Smith", null);
        house.cycle();
        house.employ("1", "Ann", "Jones", null);
        Attributes before = accounts().get("uid=asmith,ou=People,dc=test");
        house.cycle();
        house.directory().put(before);

        List<StepReport> reports = house.cycle();

        assertEquals(1, sum(reports, Counter.EXPORT_UPDATE));
        assertEquals("Jones", accounts().get("uid=asmith,ou=People,dc=test").text("sn"));
    }

    @Test
    void anAccountDeletedBySomebodyIsReportedAndNotCreatedAgain() {
        house.employ("1", "Ann", "Smith", null);
        house.cycle();
        MemoryObject account = house.directory().objects("account").getFirst();
        house.directory().remove("account", account.anchor());

        List<StepReport> reports = house.cycle();

        assertTrue(accounts().isEmpty());
        assertEquals(
                "account-deleted",
                reports.stream().flatMap(report -> report.errors().stream()).findFirst().orElseThrow().code());
        house.cycle();
        assertTrue(accounts().isEmpty());
    }

    @Test
    void aChangeOfRulesEvaluatesEverythingOnceMore() {
        house.employ("1", "Ann", "Smith", null);
        house.cycle();

        List<StepReport> reports = house.nextVersion().cycle();

        assertTrue(reports.stream().anyMatch(report -> report.request().step().kind().text().equals("full-sync")));
        assertEquals(0, sum(reports, Counter.EXPORT_UPDATE));
    }

    @Test
    void aMarriageRenamesTheAccountAndItsNamingAttributeRaisesNoError() {
        house.renaming("\"uid=\" & LCase([sn]) & \",ou=People,dc=test\"").exporting("LCase([sn])", "uid");
        house.employ("1", "Ann", "Smith", null);
        house.cycle();
        assertClean(house.cycle());
        house.employ("1", "Ann", "Jones", null);

        List<StepReport> reports = house.cycle();

        assertClean(reports);
        assertEquals(Set.of("uid=jones,ou=People,dc=test"), accounts().keySet());
    }

    @Test
    void aFlowReadsWhatThePersonReferredToIsCalled() {
        house.exporting("[manager.sn]", "sn");
        house.employ("1", "Ann", "Smith", "2");
        house.employ("2", "Zoë", "Boss", null);

        assertClean(house.cycle());

        assertEquals("Boss", accounts().get("uid=asmith,ou=People,dc=test").text("sn"));
    }
}
