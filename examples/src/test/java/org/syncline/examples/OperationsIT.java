package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an administrator asks after a run: what happened to whom, why, what would happen, and who belongs to whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsIT {
    private ConfigurationFolder example;

    @BeforeAll
    void run(@TempDir Path folder) throws IOException {
        example = ConfigurationFolder.example(folder);
        example.command("run").endedWith(0);
    }

    private void assertSays(Command command, String... texts) {
        command.endedWith(0);
        for (String text : texts) {
            assertTrue(command.out().contains(text), () -> text + " in " + command.out());
        }
    }

    private long step(String connector, String kind) {
        return example.command("history", "--json").lines().stream()
                .filter(line -> line.path("connector").asString().equals(connector))
                .filter(line -> line.path("step").asString().equals(kind))
                .mapToLong(line -> line.path("id").asLong())
                .max()
                .orElseThrow();
    }

    @Test
    void countersDrillDownToTheirObjects() {
        String export = Long.toString(step("directory", "export"));
        assertSays(example.command("history", "--step", export), "export-add  973");
        assertEquals(973, example.command("history", "--step", export, "--counter", "export-add", "--json")
                .lines().size());
        String sync = Long.toString(step("hr", "full-sync"));
        assertSays(example.command("history", "--step", sync), "outbound to directory", "provisioned-add-flow");
    }

    @Test
    void aCounterShowsWhatWasWrittenWithoutItsSecrets() {
        String export = Long.toString(step("directory", "export"));
        assertSays(
                example.command("history", "--step", export, "--counter", "export-add"),
                "  + uid: ", "  + userPassword: ********\n", "\n973 objects\n");
        JsonNode first = example.command("history", "--step", export, "--counter", "export-add", "--json", "--limit",
                "1").lines().getFirst();
        assertTrue(first.path("changes").valueStream()
                .anyMatch(change -> change.path("attribute").asString().equals("dn")), first::toString);
    }

    @Test
    void aStepWithoutACounterSaysWhichItHas() {
        long export = step("directory", "export");
        assertEquals(
                "Step #" + export + " (directory export) counted no stage-add; its counters are export-add.\n",
                example.command("history", "--step", "" + export, "--counter", "stage-add").endedWith(0).out());
    }

    @Test
    void aValueIsExplained() {
        assertSays(
                example.command("explain", "--object", "metaverse:employeeId=E0000001", "--attribute", "displayName"),
                "from hr 'E0000001'", "rules/attribute-flow/hr.xml:", "by version 1 of the rules in step #");
        JsonNode explained = example.command("explain", "--object", "hr:E0000001", "--json").lines().getFirst();
        assertTrue(explained.path("subject").asString().startsWith("hr 'E0000001'"), explained::toString);
        Command unknown = example.command("explain", "--object", "hr:E9999999").endedWith(2);
        assertTrue(unknown.err().contains("has no object with the anchor or name 'E9999999'"), unknown.err());
    }

    @Test
    void aPreviewShowsWhatAnotherValueWouldChange() {
        assertSays(
                example.command("preview", "--object", "hr:E0000002", "--set", "Title=Head of Everything"),
                "Head of Everything", "What would change", "Digest: ");
    }

    @Test
    void peopleJoinAndDisconnectByHandAndAreAudited() {
        assertSays(
                example.command("joiner", "disconnect", "--object", "hr:E0000003", "--explicit", "--by", "ann"),
                "is explicitly disconnected");
        assertSays(example.command("joiner", "list", "--connector", "hr"), "E0000003", "100 %");
        assertSays(
                example.command("joiner", "join", "--object", "hr:E0000003", "--identity",
                        "metaverse:employeeId=E0000003", "--by", "ann"),
                "by hand");
        List<JsonNode> audit = example.command("history", "--audit", "--json").lines();
        assertEquals("join", audit.getFirst().path("what").asString());
        assertEquals("ann", audit.getFirst().path("who").asString());
        assertEquals(2, audit.size());
    }
}
