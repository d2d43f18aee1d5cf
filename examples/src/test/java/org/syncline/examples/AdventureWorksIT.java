package org.syncline.examples;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
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
        return works.accounts().byKey();
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
        works.accounts().areThosePeople();
        works.accounts().haveTheValuesOfTheirRows();
    }

    @Test
    void everyAccountHasAUserNameOfItsOwnAndAPassword() {
        Map<String, List<String>> names = works.hr().people().stream().collect(groupingBy(
                row -> (row.get("FirstName").charAt(0) + row.get("LastName")).toLowerCase(Locale.ROOT),
                mapping(row -> row.get("EmployeeKey"), toList())));
        names.forEach((name, keys) -> assertEquals(1,
                keys.stream().filter(key -> name.equals(accounts().get(key).getAttributeValue("uid"))).count(), name));
        Set<String> users =
                works.directory().ofClass("inetOrgPerson").stream().map(each -> each.getAttributeValue("uid"))
                        .collect(toSet());
        assertEquals(290, users.size());
        Set<String> passwords =
                works.directory().ofClass("inetOrgPerson").stream().map(each -> each.getAttributeValue("userPassword"))
                        .collect(toSet());
        assertEquals(290, passwords.size());
        passwords.forEach(password -> assertEquals(24, password.length()));
    }

    @Test
    void everyDepartmentIsAGroupOfExactlyItsPeople() {
        works.accounts().areGroupedByDepartment();
    }

    @Test
    void managersAreTheAccountsOfTheManagersRows() {
        works.accounts().haveTheirManagers();
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
        byte[] directory = Files.readAllBytes(works.directoryFile());
        StoredRows rows = StoredRows.of(works.folder());
        Command second = works.folder().run().endedWith(0);
        assertEquals(0, second.written());
        assertEquals(312 + 306, second.counted("stage-no-change"));
        assertArrayEquals(directory, Files.readAllBytes(works.directoryFile()));
        assertEquals(rows, StoredRows.of(works.folder()));
    }
}
