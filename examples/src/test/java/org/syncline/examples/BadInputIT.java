package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.platform.app.workspace.Workspace;

/** What administrators get to read when something is wrong, and with which exit code. */
class BadInputIT {
    private static final String FLOWS = "rules/attribute-flow/hr.xml";
    private static final String JOINS = "rules/join/hr.xml";
    private static final String DIRECTORY = "connectors/directory.xml";
    private static final String HR = "connectors/hr.xml";

    private ConfigurationFolder example;

    @BeforeEach
    void copy(@TempDir Path folder) throws IOException {
        example = ConfigurationFolder.example(folder);
    }

    @Test
    void anUnknownElement() throws IOException {
        example.replace(JOINS, "<project name=\"new people\"/>", "<projekt name=\"new people\"/>");
        assertRefused("rules/join/hr.xml:5:", "projekt", "project");
    }

    @Test
    void anUnknownAttributeInARule() throws IOException {
        example.replace(FLOWS, "from=\"Department\"", "from=\"Departmnt\"");
        assertRefused("rules/attribute-flow/hr.xml:", "Departmnt", "Department");
    }

    @Test
    void anUnknownConnector() throws IOException {
        example.replace(JOINS, "connector=\"hr\"", "connector=\"hrr\"");
        assertRefused("rules/join/hr.xml:", "hrr", "hr");
    }

    @Test
    void twoRulesOfOneName() throws IOException {
        example.replace(JOINS, "name=\"new people\"", "name=\"by employee number\"");
        assertRefused("rules/join/hr.xml:5:", "by employee number");
    }

    @Test
    void twoContributorsWithoutPrecedence() throws IOException {
        example.replace(FLOWS, " precedence=\"20\"", "");
        assertRefused("rules/attribute-flow/hr.xml:", "loginStem", "precedence");
    }

    @Test
    void anUnknownSetting() throws IOException {
        example.replace(HR, "name=\"encoding\"", "name=\"encodings\"");
        assertRefused("connectors/hr.xml:", "encodings", "encoding");
    }

    @Test
    void allProblemsAreReportedTogether() throws IOException {
        example.replace(FLOWS, "from=\"City\"", "from=\"Town\"");
        example.replace(FLOWS, "Trim([Title])", "Trimm([Title])");
        assertRefused("Town", "Trimm", "Trim", "2 problems");
    }

    @Test
    void aFolderThatAnotherProcessUses() {
        Workspace other = Workspace.open(example.file("."), Map.of(), Clock.systemUTC());
        try (other) {
            Command outcome = example.command("run");
            assertEquals(2, outcome.code(), outcome.toString());
            assertTrue(outcome.err().startsWith("syncline: Another process "), outcome.err());
        }
        assertEquals(0, example.command("history").code());
    }

    @Test
    void aMissingSource() throws IOException {
        Files.delete(example.file("data/employees.csv"));
        assertNotStarted("hr         full-import   no-start-connection", "data/employees.csv");
    }

    @Test
    void anUnreachableDirectory() throws IOException {
        example.write(DIRECTORY, server(example.read(DIRECTORY), "ldap://127.0.0.1:1"));
        assertNotStarted("directory  full-import   no-start-connection", "127.0.0.1:1");
    }

    @Test
    void aSecretThatIsNotThere() throws IOException {
        example.write(DIRECTORY, server(example.read(DIRECTORY), "ldap://127.0.0.1:1").replace("</settings>",
                "<setting name=\"bind-dn\" value=\"cn=x\"/><setting name=\"password\" secret=\"bad-input-test\"/></settings>"));
        assertNotStarted("directory  full-import   no-start-credentials", "SYNCLINE_SECRET_BAD_INPUT_TEST");
    }

    @Test
    void anUnwritableStore() throws IOException {
        Files.writeString(example.file(".syncline"), "a file where the folder of the store belongs");
        Command outcome = example.command("run");
        assertEquals(2, outcome.code(), outcome.toString());
        assertTrue(outcome.err().startsWith("syncline: The store folder "), outcome.err());
    }

    @Test
    void aRunProfileThatIsNotThere() {
        Command outcome = example.command("run", "--connector", "hr", "--profile", "fulll");
        assertEquals(2, outcome.code(), outcome.toString());
        assertTrue(outcome.err().contains("full, changes"), outcome.err());
    }

    @Test
    void aWrongConditionToShow() {
        Command outcome = example.command("show", "metaverse", "--where", "[sn] = ");
        assertEquals(2, outcome.code(), outcome.toString());
        assertTrue(outcome.err().startsWith("syncline: --where: "), outcome.err());
    }

    private static String server(String text, String url) {
        return text.replaceFirst("(?s)<setting name=\"server\".*?<setting name=\"base\"",
                "<setting name=\"server\" value=\"" + url + "\"/><setting name=\"base\"");
    }

    /** Both check and run refuse the folder, and nothing of it is begun. */
    private void assertRefused(String... words) {
        Command checked = example.command("check");
        Command run = example.command("run");
        assertAll(
                () -> assertEquals(2, checked.code(), checked.toString()),
                () -> assertEquals(2, run.code(), run.toString()),
                () -> assertFalse(Files.exists(example.file(".syncline")), "a store was made"));
        for (String word : words) {
            assertTrue(checked.out().contains(word), checked.out() + checked.err());
        }
    }

    private void assertNotStarted(String line, String cause) {
        Command run = example.command("run");
        assertEquals(2, run.code(), run.toString());
        assertTrue(run.out().contains(line), run.out());
        assertTrue(run.out().contains(cause), run.out());
    }
}
