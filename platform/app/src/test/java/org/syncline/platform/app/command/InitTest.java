package org.syncline.platform.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitTest {
    @TempDir
    private Path temporary;

    private Path folder;
    private Path people;

    @BeforeEach
    void name() {
        folder = temporary.resolve("contoso");
        people = temporary.resolve("people.csv");
    }

    private Terminal init(String... options) {
        List<String> arguments = new ArrayList<>(List.of("init", folder.toString(), "--people", people.toString()));
        arguments.addAll(List.of(options));
        return Terminal.run(arguments.toArray(String[]::new));
    }

    private void clean(Terminal terminal) {
        assertEquals(ExitCode.CLEAN, terminal.code(), terminal.err());
        Terminal check = Terminal.run("check", folder.toString());
        assertEquals(ExitCode.CLEAN, check.code(), check.out());
        assertTrue(check.out().startsWith("No problems in " + folder + ": "), check.out());
        Terminal test = Terminal.run("test", folder.toString());
        assertEquals(ExitCode.CLEAN, test.code(), test.out() + test.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                    "EmployeeId,GivenName,FamilyName,Mail,Department,ManagerId,Status > everything",
                    "Employee Number;First Name;Last Name > as little as possible, with semicolons",
                    "personnel-number|Vorname|Nachname|E-Mail > other names",
                    "\"Id\",\"Surname\",\"Forename\",\"a, b\" > quotes"
            })
    void whatItWritesIsFreeOfProblems(String header, String what) throws IOException {
        Files.writeString(people, header + "\n");
        clean(init());
    }

    @Test
    void optionsSayWhatTheFileDoesNot() throws IOException {
        Files.writeString(people, "Key,Called,House,State\n");
        Terminal terminal = init("--id", "Key", "--given-name", "Called", "--family-name", "House", "--status", "State",
                "--left", "Gone & over", "--server", "ldaps://directory.example.com", "--base", "dc=a&b,dc=com",
                "--bind-dn", "cn=\"sync\",dc=com");
        clean(terminal);
        assertTrue(Files.readString(folder.resolve("connectors/directory.xml")).contains("secret=\"directory\""));
        assertFalse(Files.exists(folder.resolve("data")));
        assertTrue(Files.readString(folder.resolve("rules/provisioning/directory.xml")).contains("gone &amp; over"));
    }

    @Test
    void aColumnThatCannotBeToldIsAskedFor() throws IOException {
        Files.writeString(people, "EmployeeId,Called,FamilyName\n");
        Terminal terminal = init();
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertTrue(terminal.err().contains("Which column of " + people + " holds the given name? Say it with "
                + "--given-name; there are EmployeeId, Called, FamilyName"), terminal.err());
        assertFalse(Files.exists(folder));
    }

    @Test
    void withoutAFileItSaysHowToNameIt() {
        Terminal terminal = Terminal.run("init", folder.toString());
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertEquals("syncline: Where is the HR file? Say it with --people FILE\n", terminal.err());
    }

    @Test
    void aServerThatIsNoneIsSaid() throws IOException {
        Files.writeString(people, "EmployeeId,GivenName,FamilyName\n");
        Terminal terminal = init("--server", "dc1.contoso.com");
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertEquals("syncline: --server: 'dc1.contoso.com' is no address of a directory; write ldap://host or"
                + " ldaps://host, with :port if it is not the usual one\n", terminal.err());
        assertFalse(Files.exists(folder));
    }

    @Test
    void aColumnThatIsNotThereIsSaid() throws IOException {
        Files.writeString(people, "EmployeeId,GivenName,FamilyName\n");
        Terminal terminal = init("--mail", "GivnName");
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertTrue(terminal.err().contains("has no column 'GivnName'; did you mean GivenName?"), terminal.err());
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        Terminal terminal = init();
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertTrue(terminal.err().contains("people.csv"), terminal.err());
    }

    @Test
    void whatIsThereIsNeverOverwritten() throws IOException {
        Files.writeString(people, "EmployeeId,GivenName,FamilyName\n");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("syncline.xml"), "mine");
        Terminal terminal = init();
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertTrue(terminal.err().contains("is not empty, syncline.xml is in it"), terminal.err());
        assertEquals("mine", Files.readString(folder.resolve("syncline.xml")));
    }
}
