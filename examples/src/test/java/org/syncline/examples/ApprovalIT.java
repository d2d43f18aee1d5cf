package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a guard holds is looked at and released by the commands that its message names. */
class ApprovalIT {
    private static final String EMPLOYEES = "data/employees.csv";

    @TempDir
    private Path temporary;

    private ConfigurationFolder example;

    @BeforeEach
    void holdMoreThanTwoUpdates() {
        example = ConfigurationFolder.example(temporary.resolve("example"));
        example.run().endedWith(0);
        example.replace("connectors/directory.xml", "<export deletes-share", "<export updates=\"2\" deletes-share");
        for (String name : new String[]{"Head of Field Sales", "Head of Customer Service",
                "Chief Information Security Officer"}) {
            example.replace(EMPLOYEES, name, "Acting " + name);
        }
    }

    private String digest(Command held) {
        Matcher digest = Pattern.compile("syncline approve " + Pattern.quote(example.path().toString())
                + " --connector directory --digest ([0-9a-f]{16})").matcher(held.out());
        assertTrue(digest.find(), held.toString());
        return digest.group(1);
    }

    @Test
    void releasesWhatWasSeen() {
        Command held = example.command("run").endedWith(3);
        assertTrue(held.out().contains("3 of 948 objects of type 'inetOrgPerson' in 'directory' would be changed;"
                + " 2 are allowed."), held.out());
        assertTrue(held.out().contains("syncline pending " + example.path() + " --connector directory"), held.out());

        Command listed = example.command("pending", "--connector", "directory").endedWith(0);
        assertTrue(listed.out().contains("- title: Head of Field Sales\n  + title: Acting Head of Field Sales"),
                listed.out());
        assertTrue(
                listed.out().endsWith("directory: 0 to add, 3 to change, 0 to delete; digest " + digest(held) + "\n"),
                listed.out());

        Command approved = example
                .command("approve", "--connector", "directory", "--digest", digest(held), "--by", "ann")
                .endedWith(0);
        assertEquals("The next export of directory may send 3 objects.\n", approved.out());

        Command released = example.command("run").endedWith(0);
        assertTrue(released.out().contains("3 objects went out as approved by ann."), released.out());
        assertEquals(0, example.run().endedWith(0).written());
        Command audit = example.command("approve", "--connector", "directory", "--list").endedWith(0);
        assertTrue(audit.out().contains("released 3, changed since 0, held 0"), audit.out());
    }

    @Test
    void writesTheSetForReview() {
        example.command("run").endedWith(3);

        Path ldif = temporary.resolve("review.ldif");
        example.command("pending", "--connector", "directory", "--format", "ldif", "--output", ldif.toString())
                .endedWith(0);
        String text = new ConfigurationFolder(temporary).read("review.ldif");
        assertTrue(text.startsWith("version: 1\n\n# update inetOrgPerson\ndn: "), text);
        assertTrue(text.contains("changetype: modify\nreplace: title\ntitle: Acting Head of Field Sales\n-\n"), text);

        Command csv = example.command("pending", "--format", "csv").endedWith(0);
        assertTrue(csv.out().startsWith("change,object-type,object,attribute,action,value,state\r\nupdate,"),
                csv.out());
        assertTrue(csv.out().contains(",title,add,Acting Head of Field Sales,\r\n"), csv.out());
        assertTrue(csv.err().startsWith("directory: 0 to add, 3 to change, 0 to delete; digest "), csv.err());
    }

    @Test
    void speaksToPrograms() {
        example.command("run").endedWith(3);

        List<JsonNode> listed = example.command("pending", "--connector", "directory", "--json").endedWith(0).lines();
        assertEquals(4, listed.size());
        assertEquals("title", listed.getFirst().path("changes").get(0).path("attribute").asString());
        assertEquals(3, listed.getLast().path("updates").asLong());
        String digest = listed.getLast().path("digest").asString();

        JsonNode approved = example.command("approve", "--connector", "directory", "--digest", digest, "--json")
                .endedWith(0).lines().getFirst();
        assertEquals(3, approved.path("released").asLong());
        assertEquals(digest, approved.path("digest").asString());

        example.command("run").endedWith(0);
        JsonNode audited = example.command("approve", "--connector", "directory", "--list", "--json")
                .endedWith(0).lines().getFirst();
        assertEquals("released 3, changed since 0, held 0", audited.path("outcome").asString());
    }

    @Test
    void anImportThatIsHeldIsReleasedByTheCommandThatItsMessageNames() {
        String all = example.read(EMPLOYEES);
        List<String> rows = all.lines().toList();
        example.write(EMPLOYEES, String.join("\n", rows.subList(0, rows.size() / 2)) + "\n");
        Command held = example.command("run").endedWith(3);
        String command = "syncline approve-import " + example.path() + " --connector hr";
        assertTrue(held.out().contains(command), held.out());

        Command released = example.command("approve-import", "--connector", "hr").endedWith(0);

        assertTrue(released.out().startsWith("hr: released. It was held because:\n  Only "), released.out());
        example.write(EMPLOYEES, all);
        example.command("run").endedWith(3);
        assertEquals("hr: nothing that was imported is held.\n",
                example.command("approve-import", "--connector", "hr").endedWith(0).out());
    }

    @Test
    void aProgramReadsWhatWasReleased() {
        List<String> rows = example.read(EMPLOYEES).lines().toList();
        example.write(EMPLOYEES, String.join("\n", rows.subList(0, rows.size() / 2)) + "\n");
        example.command("run").endedWith(3);

        JsonNode released = example.command("approve-import", "--connector", "hr", "--json").endedWith(0).lines()
                .getFirst();

        assertTrue(released.path("released").asBoolean(), released::toString);
        assertTrue(released.path("reason").asString().startsWith("Only "), released::toString);
        assertTrue(released.path("approved").propertyStream().count() > 0, released::toString);
        assertTrue(released.path("awaitsFullImport").asBoolean(), released::toString);
        assertEquals("{\"connector\":\"hr\",\"released\":false}\n",
                example.command("approve-import", "--connector", "hr", "--json").endedWith(0).out());
    }

    @Test
    void saysWhatIsWrongWithAnApproval() {
        Command unknown =
                example.command("approve", "--connector", "directory", "--digest", "0123456789abcdef").endedWith(2);
        assertTrue(unknown.err().startsWith("syncline: Nobody has seen pending exports of 'directory' with the digest"),
                unknown.err());
        example.command("approve", "--connector", "directroy", "--digest", "0123456789abcdef").endedWith(2);
        example.command("approve", "--connector", "directory").endedWith(2);
    }
}
