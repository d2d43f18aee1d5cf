package org.syncline.examples;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real HR file, loaded into a directory; compared with what a plain reading of the file says must be there. */
class AdventureWorksIT {

    @TempDir
    private static Path temporary;

    private static AdventureWorks works;
    private static Command load;

    @BeforeAll
    static void load() {
        works = AdventureWorks.in(temporary.resolve("works"));
        load = works.folder().run();
    }

    private static Map<String, Entry> accounts() {
        return DirectoryFile.by("employeeNumber", works.directory().people());
    }

    @Test
    void theFirstCycleIsClean() {
        load.endedWith(0);
        assertEquals("", load.err());
        assertEquals(306, load.counted("export-add"));
        assertEquals(306, load.written());
        assertEquals(6, load.counted("disconnector-filtered"));
        load.lines().forEach(step -> assertEquals("success", step.path("result").asString(), step::toString));
    }

    @Test
    void everybodyWhoWorksThereHasAnAccountWithTheValuesOfTheRow() {
        List<Map<String, String>> people = works.hr().people();
        assertEquals(290, people.size());
        assertEquals(people.stream().map(row -> row.get("EmployeeKey")).collect(toSet()), accounts().keySet());
        people.forEach(AdventureWorksIT::hasItsValues);
    }

    private static void hasItsValues(Map<String, String> row) {
        Map<String, String> expected = new TreeMap<>(Map.of(
                "employeeNumber", row.get("EmployeeKey"),
                "givenName", row.get("FirstName"),
                "sn", row.get("LastName"),
                "cn", row.get("FirstName") + " " + row.get("LastName"),
                "displayName", row.get("FirstName") + " " + row.get("LastName"),
                "mail", row.get("EmailAddress"),
                "title", row.get("Title"),
                "departmentNumber", row.get("DepartmentName"),
                "telephoneNumber", row.get("Phone")));
        expected.values().removeIf(String::isEmpty);
        Entry account = accounts().get(row.get("EmployeeKey"));
        Map<String, String> actual = new TreeMap<>();
        account.getAttributes().stream()
                .filter(attribute -> !Set.of("objectClass", "uid", "manager", "userPassword", "entryUUID")
                        .contains(attribute.getName()))
                .forEach(attribute -> actual.put(attribute.getName(), String.join("|", attribute.getValues())));
        assertEquals(expected, actual);
    }

    @Test
    void everyAccountHasAUserNameOfItsOwnAndAPassword() {
        Map<String, List<String>> names = works.hr().people().stream().collect(groupingBy(
                row -> (row.get("FirstName").charAt(0) + row.get("LastName")).toLowerCase(Locale.ROOT),
                mapping(row -> row.get("EmployeeKey"), java.util.stream.Collectors.toList())));
        names.forEach((name, keys) -> assertEquals(1,
                keys.stream().filter(key -> name.equals(accounts().get(key).getAttributeValue("uid"))).count(), name));
        Set<String> users = works.directory().people().stream().map(each -> each.getAttributeValue("uid"))
                .collect(toSet());
        assertEquals(290, users.size());
        Set<String> passwords = works.directory().people().stream().map(each -> each.getAttributeValue("userPassword"))
                .collect(toSet());
        assertEquals(290, passwords.size());
        passwords.forEach(password -> assertEquals(24, password.length()));
    }

    @Test
    void everyDepartmentIsAGroupOfExactlyItsPeople() {
        Map<String, Set<String>> expected = works.hr().people().stream().collect(groupingBy(
                row -> row.get("DepartmentName"),
                mapping(row -> accounts().get(row.get("EmployeeKey")).getDN(), toSet())));
        Map<String, Set<String>> actual = works.directory().groups().stream()
                .collect(toMap(group -> group.getAttributeValue("cn"),
                        group -> Set.of(group.getAttributeValues("member"))));
        assertEquals(16, actual.size());
        assertEquals(expected, actual);
    }

    @Test
    void managersAreTheAccountsOfTheManagersRows() {
        Map<String, Entry> accounts = accounts();
        Map<String, String> expected = works.hr().people().stream()
                .filter(row -> accounts.containsKey(row.get("ParentEmployeeKey")))
                .collect(toMap(row -> row.get("EmployeeKey"),
                        row -> accounts.get(row.get("ParentEmployeeKey")).getDN()));
        Map<String, String> actual = accounts.entrySet().stream()
                .filter(account -> account.getValue().hasAttribute("manager"))
                .collect(toMap(Map.Entry::getKey, account -> account.getValue().getAttributeValue("manager")));
        assertEquals(266, actual.size());
        assertEquals(expected, actual);
    }

    @Test
    void managersOfFilteredRowsAreListedAsUnresolved() {
        List<JsonNode> unresolved = works.folder().show("errors").endedWith(0).lines();
        assertEquals(23, unresolved.size());
        unresolved.forEach(one -> assertEquals("unresolved: filtered", one.path("reason").asString()));
        unresolved.forEach(one -> assertEquals("ParentEmployeeKey", one.path("attribute").asString()));
        assertEquals(Set.of("7", "143", "278"),
                unresolved.stream().map(one -> one.path("key").asString()).collect(toSet()));
        String forPeople = Command.run("show", works.folder().path().toString(), "errors").endedWith(0).out();
        assertTrue(forPeople.contains("hr: 0 errors, 23 references that lead nowhere yet"), forPeople);
    }

    @Test
    void accentsStayWhatTheyAre() {
        assertEquals("Sandra Reátegui Alayo", accounts().get("75").getAttributeValue("cn"));
        assertEquals("uid=ksánchez,ou=People,dc=adventure-works,dc=com", accounts().get("112").getDN());
        assertEquals("françois0@adventure-works.com", accounts().get("120").getAttributeValue("mail"));
        assertEquals("José", accounts().get("288").getAttributeValue("givenName"));
        String shown = works.folder().show("metaverse", "--where", "[givenName] = \"François\"").endedWith(0).out();
        assertTrue(shown.contains("\"displayName\":[\"François Ajenstat\"]"), shown);
    }

    @Test
    void aSecondCycleExportsNothingAndWritesNothing() throws IOException {
        byte[] directory = Files.readAllBytes(works.directory().path());
        StoredRows rows = StoredRows.of(works.folder());
        Command second = works.folder().run().endedWith(0);
        assertEquals(0, second.written());
        assertEquals(312 + 306, second.counted("stage-no-change"));
        assertArrayEquals(directory, Files.readAllBytes(works.directory().path()));
        assertEquals(rows, StoredRows.of(works.folder()));
    }
}
