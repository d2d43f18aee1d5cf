package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.platform.app.company.Company;
import org.syncline.platform.app.company.Person;

/** The example from its first run through a day in the life of HR: each test begins where the one before it ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HrToDirectoryIT {
    private static final String DIRECTORY = ".syncline/directory.ldif";
    private static final String EMPLOYEES = "data/employees.csv";

    /** In a row: the employee number, and the number of the manager, who comes before the mail address. */
    private static final Pattern MANAGER = Pattern.compile("^(E\\d{7}),.*,(E\\d{7}|),[^,]*,[^,]*,[^,]*,[^,]*,[^,]*$");

    private ConfigurationFolder example;

    @BeforeAll
    void copy(@TempDir Path folder) throws IOException {
        example = ConfigurationFolder.example(folder);
    }

    @Test
    @Order(1)
    void theConfigurationHasNoProblems() {
        Command checked = example.command("check");
        assertEquals(0, checked.code(), checked.toString());
    }

    @Test
    @Order(2)
    void theFirstRunFillsTheDirectory() throws Exception {
        Command first = example.command("run");
        assertEquals(0, first.code(), first.toString());
        assertTrue(first.out().contains("export-add 973"), first.out());
        assertEquals(25, directory().ofClass("groupOfNames").size());
        assertEquals(948, directory().ofClass("inetOrgPerson").size());
    }

    @Test
    @Order(3)
    void theSecondRunWritesNothing() {
        Command second = example.command("run");
        assertEquals(0, second.code(), second.toString());
        assertTrue(second.out().endsWith("Nothing had to be written.\n"), second.out());
    }

    @Test
    @Order(4)
    void entriesAreAsExpectedToTheLetter() throws Exception {
        String some = directory().ldif(entry -> entry.hasAttributeValue("ou", "Canteen / Küche")
                || entry.hasAttributeValue("cn", "Canteen / Küche"));
        assertEquals(Files.readString(Path.of("src/test/resources/hr-to-directory/canteen.ldif")), some);
    }

    @Test
    @Order(5)
    void everybodyWhoWorksHereHasOneAccountAndNobodyElseHas() throws Exception {
        Set<String> expected = employed().stream().map(Person::id).collect(Collectors.toSet());
        List<String> found = directory().ofClass("inetOrgPerson").stream()
                .map(entry -> entry.getAttributeValue("employeeNumber"))
                .toList();
        assertEquals(expected, new HashSet<>(found));
        assertEquals(expected.size(), found.size());
    }

    @Test
    @Order(6)
    void managersAreThoseOfHr() throws Exception {
        DirectoryContent directory = directory();
        Map<String, String> managers = Files.readAllLines(example.file(EMPLOYEES)).stream()
                .map(MANAGER::matcher)
                .filter(Matcher::find)
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
        for (Person person : employed()) {
            String found = directory.person(person.id()).orElseThrow().getAttributeValue("manager");
            String manager = managers.get(person.id());
            String expected = directory.person(manager).isPresent() ? manager : null;
            assertEquals(expected,
                    found == null ? null : directory.entry(found).getAttributeValue("employeeNumber"),
                    person.id());
        }
    }

    @Test
    @Order(7)
    void groupsHaveExactlyThePeopleOfTheirDepartment() throws Exception {
        DirectoryContent directory = directory();
        Map<String, Set<String>> expected = employed().stream().collect(Collectors.groupingBy(
                person -> person.job().department(), Collectors.mapping(Person::id, Collectors.toSet())));
        for (Map.Entry<String, Set<String>> department : expected.entrySet()) {
            Entry group = directory.group(department.getKey()).orElseThrow();
            Set<String> members = Arrays.stream(group.getAttributeValues("member"))
                    .map(dn -> directory.entry(dn).getAttributeValue("employeeNumber"))
                    .collect(Collectors.toSet());
            assertEquals(department.getValue(), members, department.getKey());
        }
    }

    @Test
    @Order(8)
    void aPersonIsShownWithAccountsAndTheRulesBehindValues() {
        Command shown = example.command("show", "metaverse", "--where", "[employeeId] = \"E0000012\"");
        assertEquals(0, shown.code());
        assertTrue(shown.out().contains("-> directory  inetOrgPerson"), shown.out());
        assertTrue(shown.out().contains("import EmployeeId to employeeId"), shown.out());
        assertTrue(shown.out().endsWith("1 object\n"), shown.out());
    }

    @Test
    @Order(9)
    void aPreviewOfWhatIsInStepWouldChangeNothing() {
        Command preview = example.command("preview", "--connector", "hr", "--anchor", "E0000012");
        assertEquals(0, preview.code());
        assertTrue(preview.out().contains("Nothing would change"), preview.out());
    }

    @Test
    @Order(10)
    void unresolvedAndOwedReferencesAreListed() {
        String errors = example.command("show", "errors").out();
        assertTrue(errors.contains("E9999999  unresolved: not staged"), errors);
        assertTrue(errors.contains("owed"), errors);
    }

    @Test
    @Order(11)
    void whoLeavesIsMarkedAndPutAside() throws Exception {
        example.write(EMPLOYEES, withStatus(example.read(EMPLOYEES), "E0000012", "active", "left"));
        assertEquals(0, example.command("run").code());
        Entry leaver = directory().person("E0000012").orElseThrow();
        assertTrue(leaver.getDN().endsWith(",ou=Leavers,dc=meridian,dc=example"), leaver.getDN());
        assertEquals("Disabled: no longer employed", leaver.getAttributeValue("description"));
    }

    @Test
    @Order(12)
    void whoComesBackIsBack() throws Exception {
        example.write(EMPLOYEES, withStatus(example.read(EMPLOYEES), "E0000012", "left", "active"));
        assertEquals(0, example.command("run").code());
        Entry returned = directory().person("E0000012").orElseThrow();
        assertTrue(returned.getDN().endsWith(",ou=People,dc=meridian,dc=example"), returned.getDN());
        assertFalse(returned.hasAttribute("description"), returned.toLDIFString());
    }

    @Test
    @Order(13)
    void aFileCutInHalfIsHeldAndDeletesNobody() throws Exception {
        String whole = example.read(EMPLOYEES);
        example.write(EMPLOYEES, whole.substring(0, whole.indexOf("\nE0000500") + 1));
        Command held = example.command("run");
        assertEquals(3, held.code(), held.toString());
        assertEquals(948, directory().ofClass("inetOrgPerson").size());
        assertEquals(3, example.command("run").code());
        example.write(EMPLOYEES, whole);
        Command mended = example.command("run");
        assertEquals(0, mended.code(), mended.toString());
        assertTrue(mended.out().endsWith("Nothing had to be written.\n"), mended.out());
    }

    @Test
    @Order(14)
    void whatRanIsInTheHistory() {
        Command history = example.command("history", "--limit", "100", "--json");
        assertTrue(history.out().lines().anyMatch(line -> line.contains("\"result\":\"stopped-read-guard\"")),
                history.out());
        assertTrue(history.out().lines().anyMatch(line -> line.contains("\"export-add\":973")), history.out());
    }

    private DirectoryContent directory() throws Exception {
        return DirectoryContent.read(example.file(DIRECTORY));
    }

    /** Those who work here now and have a row with a number. */
    private static List<Person> employed() {
        Company company = Company.of(1000);
        return LongStream.rangeClosed(1, company.people()).mapToObj(company::person)
                .filter(person -> isStaged(person.id()))
                .filter(person -> Set.of("active", "leave").contains(person.employment().status()))
                .toList();
    }

    /** Rows without a number are nobody; the file has three. */
    private static boolean isStaged(String id) {
        return !Set.of("", "E0000017", "E0000348", "E0000679").contains(id);
    }

    private static String withStatus(String rows, String id, String before, String after) {
        return rows.lines()
                .map(row -> row.startsWith(id + ",") ? row.replaceFirst("," + before + "$", "," + after) : row)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
