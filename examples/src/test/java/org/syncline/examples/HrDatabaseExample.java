package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Entry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example from HR's database to a directory and to mailboxes, from the first run through some weeks of HR: each test begins where the
 * one before it ended.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class HrDatabaseExample {
    private ConfigurationFolder example;
    private HrDatabase hr;

    /** Lets the folder use a database with a calendar, which need not be there before the first run. */
    abstract HrDatabase database(ConfigurationFolder folder);

    @BeforeAll
    void begin(@TempDir Path folder) {
        example = ConfigurationFolder.unused(
                ConfigurationFolder.HR_DATABASE_TO_DIRECTORY_AND_MAIL, folder.resolve("example"));
        hr = database(example);
        HrDatabase.useCalendar(example);
    }

    private Entry account(int id) {
        return DirectoryContent.read(example.file(".syncline/directory.ldif")).person(Integer.toString(id))
                .orElseThrow();
    }

    private Optional<String> mailbox(int id) {
        return example.read(".syncline/mailboxes.csv").lines().filter(row -> row.startsWith(id + ",")).findFirst();
    }

    private static Set<String> values(Entry entry, String attribute) {
        return entry.hasAttribute(attribute) ? Set.of(entry.getAttributeValues(attribute)) : Set.of();
    }

    private void assertQuiet() {
        Command run = example.run().endedWith(0);
        assertEquals(0, run.written(), run::toString);
    }

    @Test
    @Order(1)
    void thoseWhoWorkHereGetAccountAndMailboxAndHrLearnsTheName() {
        example.command("check", "--strict").endedWith(0);
        Command first = example.run().endedWith(0);
        assertEquals(16, first.counted("export-add"), first::toString);
        assertEquals(
                "{101=ialder, 102=jgross, 103=aberg, 104=aberg2, 105=lwojcik, 106=mlind2, 107=tobrien, 108=cricci,"
                        + " 109=mlind, 110=null}",
                hr.accountNames().toString());
        assertEquals("102,juergen.gross@alder.example,Jürgen Groß,Engineering,+49 811 2002,open",
                mailbox(102).orElseThrow());
        assertEquals("anna.berg.104@alder.example", account(104).getAttributeValue("mail"));
        assertEquals(Set.of("CC-3000", "CC-4000"), values(account(105), "departmentNumber"));
        assertEquals(account(102).getDN(), account(107).getAttributeValue("manager"));
    }

    @Test
    @Order(2)
    void whatWasWrittenBackDoesNotComeRound() {
        assertQuiet();
        assertQuiet();
        Command whole = example.run("hr", "full").endedWith(0);
        assertEquals(9, whole.counted("stage-no-change"), whole::toString);
        assertEquals("", example.show("errors").endedWith(0).out());
    }

    @Test
    @Order(3)
    void whoIsHiredHasAnAccountAfterACycleOfChanges() {
        hr.change("""
                insert into person (id, given_name, family_name, changed) values (111, 'Mads', 'Lind', today);
                insert into employment (person_id, valid_from, department, manager_id, changed)
                  values (111, today, 'SAL', 103, today);
                insert into phone (person_id, number, kind, changed) values (111, '+45 33 1111', 'desk', today)
                """);
        Command run = example.run().endedWith(0);
        assertEquals("success", run.result("hr", "delta-import"), run::toString);
        assertEquals(2, run.counted("export-add"), run::toString);
        assertEquals("mlind3", hr.accountNames().get(111));
        assertEquals("111,mads.lind@alder.example,Mads Lind,\"Sales, Europe\",+45 33 1111,open",
                mailbox(111).orElseThrow());
        assertQuiet();
    }

    @Test
    @Order(4)
    void anotherNameChangesWhatIsShownAndNotTheAccount() {
        hr.change("update person set family_name = 'Ricci-Holm', changed = today where id = 108");
        example.run().endedWith(0);
        assertEquals("Chiara Ricci-Holm", account(108).getAttributeValue("displayName"));
        assertEquals("cricci", account(108).getAttributeValue("uid"));
        assertEquals("108,chiara.ricci@alder.example,Chiara Ricci-Holm,Production,,open", mailbox(108).orElseThrow());
        assertEquals("cricci", hr.accountNames().get(108));
    }

    @Test
    @Order(5)
    void telephonesComeAndGo() {
        hr.change("insert into phone (person_id, number, kind, changed) values (101, '+49 811 2222', 'desk', today)");
        example.run().endedWith(0);
        assertEquals(Set.of("+49 170 5550101", "+49 811 2001", "+49 811 2222"),
                values(account(101), "telephoneNumber"));
        hr.change("""
                delete from phone where number in ('+49 811 2222', '+49 170 5550101');
                update person set changed = today where id = 101
                """);
        example.run().endedWith(0);
        assertEquals(Set.of("+49 811 2001"), values(account(101), "telephoneNumber"));
        assertTrue(mailbox(101).orElseThrow().endsWith(",+49 811 2001,open"), () -> mailbox(101).orElseThrow());
    }

    @Test
    @Order(6)
    void aDepartmentThatIsCalledOtherwiseIsSoForAllItsPeople() {
        hr.change("update department set name = 'Sales', changed = today where code = 'SAL'");
        assertEquals(6, example.run().endedWith(0).counted("export-update"));
        assertEquals("Sales", account(103).getAttributeValue("ou"));
    }

    @Test
    @Order(7)
    void whatHrEnteredForALaterDayHappensOnThatDay() {
        hr.passDays(6);
        assertQuiet();
        assertEquals("Engineering", account(107).getAttributeValue("ou"));
        assertFalse(mailbox(110).isPresent());

        hr.passDays(1);
        Command run = example.run().endedWith(0);
        assertEquals("success", run.result("hr", "delta-import"), run::toString);
        assertEquals("Sales", account(107).getAttributeValue("ou"));
        assertEquals("Sales engineer", account(107).getAttributeValue("title"));
        assertEquals(account(103).getDN(), account(107).getAttributeValue("manager"));
        assertEquals("sholm", account(110).getAttributeValue("uid"));
        assertEquals("sholm", hr.accountNames().get(110));
        assertQuiet();
    }

    @Test
    @Order(8)
    void whoLeavesIsPutAsideOnTheDayAfterTheLast() {
        hr.change("update employment set valid_to = today, changed = today where person_id = 106");
        assertQuiet();
        assertFalse(account(106).hasAttribute("description"));

        hr.passDays(1);
        example.run().endedWith(0);
        assertEquals("uid=mlind2,ou=Leavers,dc=alder,dc=example", account(106).getDN());
        assertEquals("Disabled: no longer employed", account(106).getAttributeValue("description"));
        assertTrue(mailbox(106).orElseThrow().endsWith(",suspended"), () -> mailbox(106).orElseThrow());
        assertEquals("mlind2", hr.accountNames().get(106));
        assertQuiet();
    }

    @Test
    @Order(9)
    void whoComesBackHasEverythingBack() {
        hr.passDays(3);
        hr.change("""
                insert into employment (person_id, valid_from, title, department, manager_id, changed)
                  values (106, today, 'Head of production', 'PRD', 101, today)
                """);
        example.run().endedWith(0);
        assertEquals("uid=mlind2,ou=People,dc=alder,dc=example", account(106).getDN());
        assertEquals("Production", account(106).getAttributeValue("ou"));
        assertFalse(account(106).hasAttribute("description"));
        assertTrue(mailbox(106).orElseThrow().endsWith(",open"), () -> mailbox(106).orElseThrow());
        assertQuiet();
    }

    @Test
    @Order(10)
    void aNameThatSomebodyTypesIntoHrIsPutRight() {
        hr.change("update person set account_name = 'boss', changed = today where id = 101");
        assertEquals(1, example.run().endedWith(0).written());
        assertEquals("ialder", hr.accountNames().get(101));
        assertEquals("ialder", account(101).getAttributeValue("uid"));
        assertQuiet();
    }

    @Test
    @Order(11)
    void whoLeftLongAgoComesBackUnderTheOldName() {
        hr.change("""
                insert into employment (person_id, valid_from, department, manager_id, changed)
                  values (109, today, 'SAL', 103, today)
                """);
        example.run().endedWith(0);
        assertEquals("mlind", account(109).getAttributeValue("uid"));
        assertEquals(Map.of(106, "mlind2", 109, "mlind", 111, "mlind3"), linds());
    }

    private Map<Integer, String> linds() {
        Map<Integer, String> names = hr.accountNames();
        names.values().removeIf(name -> !name.startsWith("mlind"));
        return names;
    }
}
