package org.syncline.platform.app.init;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncline.platform.app.init.PeopleFile.Wanted;

/** What a person at a terminal is asked, and what becomes of the answers. */
class QuestionsTest {
    private static final PeopleFile FILE =
            new PeopleFile(Path.of("people.csv"), ",", List.of("EmployeeId", "Called", "FamilyName", "State"));

    private final StringWriter asked = new StringWriter();

    private Questions answering(String... lines) {
        return new Questions(new BufferedReader(new StringReader(String.join("\n", lines) + "\n")),
                new PrintWriter(asked));
    }

    @Test
    void theColumnsThatLookRightAreOfferedAndOthersAskedForUntilTheyAreThere() {
        Interview interview = new Interview(FILE, answering("", "Name", "Called", "", "", "none", "", "State", "Gone"));
        Map<Wanted, String> columns = interview.columns(Map.of());
        assertEquals(
                Map.of(Wanted.ID, "EmployeeId", Wanted.GIVEN_NAME, "Called", Wanted.FAMILY_NAME, "FamilyName",
                        Wanted.STATUS, "State"),
                columns);
        assertEquals("Gone", interview.left(null, columns));
        assertEquals("""
                Which column holds the number of an employee? [EmployeeId]\s\
                Which column holds the given name? The columns are EmployeeId, Called, FamilyName, State.
                Which column holds the given name?\s\
                Which column holds the family name? [FamilyName]\s\
                Which column holds the mail address? [none]\s\
                Which column holds the department? [none]\s\
                Which column holds the number of the manager? [none]\s\
                Which column holds whether somebody left? [none]\s\
                What stands in State for those who left? [left]\s""", asked.toString());
    }

    @Test
    void theDirectoryIsAskedFor() {
        assertEquals(new Directory("ldaps://dc1:636", "dc=a", "cn=sync,dc=a"),
                Directory.of(new Directory(null, null, null),
                        answering("dc1", "ldaps://dc1:636", "dc=a", "cn=sync,dc=a")));
        assertEquals("""
                Which directory gets the accounts (ldap://host or ldaps://host)? [one inside Syncline]\s\
                'dc1' is no address of a directory; write ldap://host or ldaps://host, with :port if it is not the usual one
                Which directory gets the accounts (ldap://host or ldaps://host)? [one inside Syncline]\s\
                What is its base? [dc=example,dc=com]\s\
                Who writes to it (a DN)? [none]\s""", asked.toString());
    }

    @Test
    void emptyAnswersAreTheUsualOnes() {
        assertEquals(new Directory(null, "dc=example,dc=com", null),
                Directory.of(new Directory(null, null, null), answering("", "")));
        assertEquals(new Directory("ldap://x", "dc=example,dc=com", null),
                Directory.of(new Directory("ldap://x", null, null), answering("", "")));
    }

    @Test
    void whatOptionsSayIsNotAsked() {
        Directory given = new Directory("ldap://x", "dc=x", "cn=sync");
        assertEquals(given, Directory.of(given, answering()));
        assertEquals("gone", new Interview(FILE, answering()).left("gone", Map.of(Wanted.STATUS, "State")));
        assertEquals(Path.of("a.csv"), PeopleFile.place(Path.of("a.csv"), answering()));
        assertEquals("", asked.toString());
    }

    @Test
    void theFileIsAskedFor() {
        assertEquals(Path.of("b.csv"), PeopleFile.place(null, answering("", "b.csv")));
        assertEquals("""
                Where is the HR file (CSV; its first row names the columns)? There must be an answer.
                Where is the HR file (CSV; its first row names the columns)?\s""", asked.toString());
    }

    @Test
    void whereNobodyAnswersOptionsAreNamed() {
        assertEquals("Nobody answers; give options, see syncline init --help",
                assertThrows(Questions.Unanswered.class, () -> PeopleFile.place(null, answering(""))).getMessage());
    }
}
