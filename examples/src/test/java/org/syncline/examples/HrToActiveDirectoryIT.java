package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.app.report.RunSummary.Outcome;
import org.syncline.platform.engine.run.Counter;

/**
 * The example from HR to Active Directory on a real domain controller, with an account that has the rights its README names: from the
 * first run to long after somebody left. Each test begins where the one before it ended.
 */
@Tag("samba")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HrToActiveDirectoryIT {
    private static final String EMPLOYEES = "data/employees.csv";
    private static final String NORMAL = "512";
    private static final String DISABLED = "514";

    private ServedDomain domain;
    private ConfigurationFolder example;
    private Map<String, String> environment;
    private String staff;

    @BeforeAll
    void begin(@TempDir Path folder) {
        domain = ServedDomain.named("ad.example.test");
        staff = domain.dn("OU=Lindgren");
        for (String unit : List.of(staff, unit("People"), unit("Leavers"), unit("Groups"))) {
            domain.addUnit(unit);
        }
        domain.addUser(domain.dn("CN=syncline,CN=Users"), "syncline",
                new Attribute("userPrincipalName", "syncline@ad.example.test"));
        domain.grant("syncline", domain.server().baseDn(), "(OA;;CR;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;%s)");
        domain.grant("syncline", staff,
                "(A;CI;RPWPCCDCLCRC;;;%s)"
                        + "(OA;CIIO;CR;00299570-246d-11d0-a768-00aa006e0529;bf967aba-0de6-11d0-a285-00aa003049e2;%s)");
        addByHand();
        example = ConfigurationFolder.unused(ConfigurationFolder.HR_TO_ACTIVE_DIRECTORY, folder.resolve("example"));
        environment = Map.of(
                "SYNCLINE_PARAMETER_DOMAIN_CONTROLLER", domain.server().url(),
                "SYNCLINE_PARAMETER_DOMAIN_DN", domain.server().baseDn(),
                "SYNCLINE_PARAMETER_DOMAIN_ACCOUNT", "syncline@ad.example.test",
                "SYNCLINE_PARAMETER_DOMAIN_AUTHORITY", domain.server().certificate().toString(),
                "SYNCLINE_PARAMETER_STAFF_DN", staff,
                "SYNCLINE_SECRET_AD", ServedDomain.PASSWORD);
    }

    /** Somebody else called Anna Berg, and two who have worked there for long. */
    private void addByHand() {
        domain.addUser(domain.dn("CN=Anna Berg,CN=Users"), "aberg",
                new Attribute("userPrincipalName", "anna.berg@lindgren.example"));
        domain.addUser("CN=Schäfer\\, Maria," + staff, "maria",
                new Attribute("mail", "Maria.Schaefer@lindgren.example"));
        domain.addUser("CN=Bauer," + staff, "admin-kb", new Attribute("employeeID", "1027"));
    }

    @AfterAll
    void end() {
        if (domain != null) {
            domain.deleteTree(staff);
            domain.delete(domain.dn("CN=Anna Berg,CN=Users"));
            domain.delete(domain.dn("CN=syncline,CN=Users"));
            domain.close();
        }
    }

    private String unit(String name) {
        return "OU=" + name + "," + staff;
    }

    private Command run() {
        return new Launcher(environment).run("run", example.path().toString());
    }

    private Cycle cycle(Duration later) {
        Cycle cycle = Cycle.later(later, example, environment);
        assertEquals(Outcome.CLEAN, cycle.outcome(), cycle::toString);
        return cycle;
    }

    private Cycle cycle() {
        return cycle(Duration.ZERO);
    }

    /** Changes the row of an employee. */
    private void change(String id, String old, String replacement) {
        String rows = example.read(EMPLOYEES).lines()
                .map(row -> {
                    assertTrue(!row.startsWith(id + ",") || row.contains(old), row);
                    return row.startsWith(id + ",") ? row.replace(old, replacement) : row;
                })
                .collect(Collectors.joining("\n", "", "\n"));
        example.write(EMPLOYEES, rows);
    }

    private Entry group(String name) {
        return domain.entry("CN=" + name + "," + unit("Groups"));
    }

    /** The first part of the names of the members. */
    private Set<String> members(String group) {
        String[] members = group(group).getAttributeValues("member");
        return members == null
                ? Set.of()
                : Arrays.stream(members)
                        .map(dn -> dn.substring(3, dn.indexOf(",OU=")))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertHolds(Entry account, String attribute, String value) {
        assertEquals(value, account.getAttributeValue(attribute), account::toLDIFString);
    }

    private void assertIs(String name, String rdn, String unit, String control) {
        Entry account = domain.account(name);
        assertEquals(rdn + "," + unit(unit), account.getDN());
        assertHolds(account, "userAccountControl", control);
    }

    @Test
    @Order(1)
    void theFirstRunMakesAccountsUnitsAndGroups() {
        Command first = run().endedWith(0);
        assertTrue(first.out().endsWith("Written: 41 added, 2 updated, 2 renamed, 0 deleted.\n"), first::out);
        assertEquals(Set.of("Anna Berg (1010)", "Chiara D'Angelo"),
                domain.below(unit("People"), Filter.createPresenceFilter("sAMAccountName"))
                        .values().stream()
                        .map(entry -> entry.getAttributeValue("cn"))
                        .filter(name -> name.contains("1010") || name.contains("'A"))
                        .collect(Collectors.toSet()));
    }

    @Test
    @Order(2)
    void theSecondRunWritesNothing() {
        Map<String, String> writes = domain.writes(staff);
        Command second = run().endedWith(0);
        assertTrue(second.out().endsWith("\nNothing had to be written.\n"), second::out);
        assertFalse(second.out().contains("export"), second::out);
        assertEquals(writes, domain.writes(staff));
    }

    @Test
    @Order(3)
    void anAccountHoldsWhatTheRulesSay() {
        Entry account = domain.account("tmueller3");
        assertEquals("CN=Thomas Müller (1006)," + unit("Assembly,OU=People"), account.getDN());
        assertHolds(account, "userPrincipalName", "thomas.mueller.1006@lindgren.example");
        assertHolds(account, "mail", "thomas.mueller.1006@lindgren.example");
        assertHolds(account, "employeeID", "1006");
        assertHolds(account, "displayName", "Thomas Müller");
        assertHolds(account, "l", "Görlitz");
        assertHolds(account, "userAccountControl", NORMAL);
        assertHolds(account, "pwdLastSet", "0");
        assertHolds(account, "manager", "CN=Paweł Nowak," + unit("Assembly,OU=People"));
        assertHolds(account, "memberOf", "CN=Department Assembly," + unit("Groups"));
        assertEquals("CN=李 娜," + unit("Sales\\, Export,OU=People"), domain.account("lna").getDN());
    }

    @Test
    @Order(4)
    void namesAreFreeAmongAllAccountsOfTheDomain() {
        assertIs("aberg2", "CN=Anna Berg (1010)", "Optics,OU=People", NORMAL);
        assertIs("aberg3", "CN=Anna Berg (1031)", "IT,OU=People", NORMAL);
        assertHolds(domain.account("aberg2"), "userPrincipalName", "anna.berg.1010@lindgren.example");
        assertNull(domain.account("aberg").getAttributeValue("displayName"), "not ours");
    }

    @Test
    @Order(5)
    void accountsMadeByHandAreAdopted() {
        Entry maria = domain.account("maria");
        assertEquals("CN=Maria Schäfer," + unit("People & Culture,OU=People"), maria.getDN());
        assertHolds(maria, "employeeID", "1025");
        Entry karl = domain.account("admin-kb");
        assertEquals("CN=Karl Bauer," + unit("IT,OU=People"), karl.getDN());
        assertHolds(karl, "userAccountControl", "66048");
        assertHolds(karl, "displayName", "Karl Bauer");
    }

    @Test
    @Order(6)
    void groupsFollowFromDepartmentsAndFromARule() {
        assertEquals(Set.of("Anna Berg (1031)", "Björn Ångström", "Ingrid Bauer", "Karl Bauer", "Sofia Papadopoulou"),
                members("Department IT"));
        assertEquals(Set.of("Ingrid Lindgren", "Jürgen Groß", "Karl Bauer", "Maria Schäfer", "Paweł Nowak",
                "Rosa Martínez", "Åsa Öberg"), members("Managers"));
        assertHolds(group("Department Sales\\, Export"), "sAMAccountName", "Department Sales Export");
    }

    @Test
    @Order(7)
    void whatSomebodyChangedByHandIsPutRight() {
        String jane = "CN=Jane Smith," + unit("Sales\\, Export,OU=People");
        String jurgen = domain.account("jgross").getDN();
        domain.set(jurgen, "title", "King");
        domain.set(jurgen, "userAccountControl", "66050");
        domain.set(domain.account("bangstroem").getDN(), "manager");
        domain.rename(jane, "CN=Janet", staff);
        domain.modify(group("Department IT").getDN(),
                new Modification(ModificationType.DELETE, "member", domain.account("admin-kb").getDN()),
                new Modification(ModificationType.ADD, "member", domain.dn("CN=Guest,CN=Users")));
        Cycle cycle = cycle();
        assertFalse(cycle.ran("ad", Kind.FULL_IMPORT), cycle::toString);
        assertEquals(3, cycle.counted(Counter.EXPORT_UPDATE), cycle::toString);
        assertEquals(1, cycle.counted(Counter.EXPORT_RENAME), cycle::toString);
        assertHolds(domain.entry(jurgen), "title", "Chief Financial Officer");
        assertHolds(domain.entry(jurgen), "userAccountControl", "66048");
        assertHolds(domain.account("bangstroem"), "manager", domain.account("admin-kb").getDN());
        assertEquals(jane, domain.account("jsmith2").getDN());
        assertEquals(Set.of("Anna Berg (1031)", "Björn Ångström", "Ingrid Bauer", "Karl Bauer", "Sofia Papadopoulou"),
                members("Department IT"));
    }

    @Test
    @Order(8)
    void whoGoesToAnotherDepartmentMoves() {
        String id = domain.account("bkrueger").getAttribute("objectGUID").toString();
        change("1024", "Sales Assistant,\"Sales, Export\",Jena,1019", "Service Desk,IT,Jena,1027");
        change("1026", "Recruiter,People & Culture", "Head of Training,Training");
        Cycle cycle = cycle();
        assertEquals(2, cycle.counted(Counter.EXPORT_RENAME), cycle::toString);
        assertIs("bkrueger", "CN=Bernd Krüger", "IT,OU=People", NORMAL);
        assertEquals(id, domain.account("bkrueger").getAttribute("objectGUID").toString());
        assertHolds(domain.account("bkrueger"), "manager", domain.account("admin-kb").getDN());
        assertTrue(members("Department IT").contains("Bernd Krüger"));
        assertFalse(members("Department Sales\\, Export").contains("Bernd Krüger"));
        assertIs("dkaya", "CN=Deniz Kaya", "Training,OU=People", NORMAL);
        assertEquals(Set.of("Deniz Kaya"), members("Department Training"));
        assertTrue(members("Managers").contains("Deniz Kaya"));
    }

    @Test
    @Order(9)
    void whoMarriesKeepsTheAccountAndTheOldAddress() {
        change("1010", "Anna,Berg", "Anna,Sjöström");
        cycle();
        assertIs("aberg2", "CN=Anna Sjöström", "Optics,OU=People", NORMAL);
        Entry account = domain.account("aberg2");
        assertHolds(account, "sn", "Sjöström");
        assertHolds(account, "userPrincipalName", "anna.sjoestroem@lindgren.example");
        assertHolds(account, "mail", "anna.sjoestroem@lindgren.example");
        assertHolds(account, "proxyAddresses", "smtp:anna.berg.1010@lindgren.example");
        assertTrue(members("Department Optics").contains("Anna Sjöström"));
        assertEquals(0, cycle().counted(Counter.EXPORT_UPDATE));
    }

    @Test
    @Order(10)
    void whoStartsSoonHasADisabledAccount() {
        assertEquals(Set.of(), domain.below(staff, Filter.createEqualityFilter("employeeID", "1032")).keySet());
        change("1032", "2031-09-01", LocalDate.now().plusDays(5).toString());
        cycle();
        assertIs("fsommer", "CN=Felix Sommer", "IT,OU=People", DISABLED);
        assertTrue(members("Department IT").contains("Felix Sommer"));
    }

    @Test
    @Order(11)
    void whoLeavesIsDisabledAndPutAsideAndLosesTheGroups() {
        change("1012", ",active", ",left");
        change("1027", ",active", ",left");
        Command run = run().endedWith(0);
        assertTrue(run.out().contains("export-rename 2"), run::out);
        assertIs("kdvorakova", "CN=Kateřina Dvořáková", "Leavers", DISABLED);
        assertIs("admin-kb", "CN=Karl Bauer", "Leavers", "66050");
        assertNull(domain.account("kdvorakova").getAttribute("memberOf"));
        assertNull(domain.account("admin-kb").getAttribute("memberOf"));
    }

    @Test
    @Order(12)
    void whoIsHiredAgainHasTheSameAccountAgain() {
        String id = domain.account("admin-kb").getAttribute("objectGUID").toString();
        change("1027", ",left", ",active");
        cycle();
        assertIs("admin-kb", "CN=Karl Bauer", "IT,OU=People", "66048");
        assertEquals(id, domain.account("admin-kb").getAttribute("objectGUID").toString());
        assertTrue(members("Managers").contains("Karl Bauer"));
        assertTrue(members("Department IT").contains("Karl Bauer"));
        assertEquals(0, cycle().counted(Counter.EXPORT_UPDATE));
    }

    @Test
    @Order(13)
    void manyWhoLeaveAtOnceAreHeldUntilSomebodyHasLooked() {
        String rows = example.read(EMPLOYEES);
        Map<String, String> writes = domain.writes(staff);
        example.write(EMPLOYEES, rows.lines()
                .map(row -> row.contains("Technician") || row.contains("Account")
                        ? row.replace(",active", ",left")
                        : row)
                .collect(Collectors.joining("\n", "", "\n")));
        Cycle held = Cycle.later(Duration.ZERO, example, environment);
        assertEquals(Outcome.HELD, held.outcome(), held::toString);
        assertEquals(writes, domain.writes(staff));
        example.write(EMPLOYEES, rows);
        assertEquals(0, cycle().counted(Counter.EXPORT_UPDATE));
        assertEquals(writes, domain.writes(staff));
    }

    @Test
    @Order(14)
    void theFirstDayEnables() {
        cycle(Duration.ofDays(6));
        assertIs("fsommer", "CN=Felix Sommer", "IT,OU=People", NORMAL);
    }

    @Test
    @Order(15)
    void whoLeftIsDeletedAfterThirtyDays() {
        cycle(Duration.ofDays(29));
        assertNotNull(domain.entry("CN=Kateřina Dvořáková," + unit("Leavers")));
        Cycle last = cycle(Duration.ofDays(31));
        assertEquals(1, last.counted(Counter.EXPORT_DELETE), last::toString);
        assertNull(domain.entry("CN=Kateřina Dvořáková," + unit("Leavers")));
        assertEquals(0, cycle(Duration.ofDays(31)).counted(Counter.EXPORT_ADD));
    }
}
