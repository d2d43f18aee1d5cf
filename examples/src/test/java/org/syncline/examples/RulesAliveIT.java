package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.examples.FollowingProgram.await;

import com.unboundid.ldap.sdk.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The walk through the example of rules that change while the program runs, as its README tells it, with the program as it is delivered. */
class RulesAliveIT {
    private static final String FLOWS = "rules/attribute-flow/hr.xml";
    private static final String LONG = "LCase([GivenName] &amp; \".\" &amp; [FamilyName])";
    private static final String SHORT = "LCase(Left([GivenName], 1) &amp; [FamilyName])";
    private static final String SCRIPT = "rules/attribute-flow/training.groovy";
    private static final String DROOLS = "rules/attribute-flow/executives.drl";
    private final Launcher launcher = new Launcher(Map.of());

    @TempDir
    private Path temporary;

    private ConfigurationFolder folder;
    private FollowingProgram program;
    private int told;

    @BeforeEach
    void start() {
        folder = ConfigurationFolder.rulesAlive(temporary.resolve("alive"));
        follow();
        await(() -> mails().size() == 6);
    }

    private void follow() {
        told = 0;
        program = FollowingProgram.start(launcher, folder, "PT0.3S");
    }

    @AfterEach
    void stop() throws InterruptedException {
        program.close();
    }

    /** The next event of the rules that the program tells. */
    private JsonNode event() {
        await(() -> program.events("rules-").size() > told);
        return program.events("rules-").get(told++);
    }

    private void assertRefused(String place, String text) {
        JsonNode refused = event();
        assertEquals("rules-refused", refused.path("event").asString(), refused::toString);
        JsonNode problem = refused.path("problems").get(0);
        assertEquals(place, problem.path("file").asString() + ":" + problem.path("line").asInt(), refused::toString);
        assertTrue((problem.path("message").asString() + problem.path("suggestion").asString()).contains(text),
                refused::toString);
    }

    private void assertTaken(int version, String... files) {
        JsonNode taken = event();
        assertEquals("rules-taken", taken.path("event").asString(), taken::toString);
        assertEquals(version, taken.path("version").asInt(), taken::toString);
        assertEquals(List.of(files), taken.path("files").valueStream().map(JsonNode::asString).toList());
    }

    private Set<String> mails() {
        return values("mail");
    }

    /** What the accounts hold; nothing while the directory is being written. */
    private Set<String> values(String attribute) {
        Path directory = folder.file(".syncline/directory.ldif");
        try {
            return Files.exists(directory)
                    ? DirectoryContent.read(directory).ofClass("inetOrgPerson").stream()
                            .map((Entry entry) -> entry.getAttributeValue(attribute))
                            .collect(Collectors.toCollection(TreeSet::new))
                    : Set.of();
        } catch (Exception beingWritten) {
            return Set.of();
        }
    }

    @Test
    void aChangeIsRefusedMendedTakenAndRolledBack() {
        assertTrue(mails().contains("ada.moreau@alive.example"), () -> mails().toString());

        folder.replace(FLOWS, LONG, SHORT.replace("LCase", "Lcase"));
        assertRefused(FLOWS + ":7", "LCase");
        folder.replace(FLOWS, "Lcase", "LCase");
        assertRefused("tests/people.xml:11", "gito@alive.example");
        assertTrue(mails().contains("ada.moreau@alive.example"), () -> mails().toString());
        folder.replace("tests/people.xml", "grace.ito@alive.example", "gito@alive.example");
        assertTaken(2, FLOWS, "tests/people.xml");
        await(() -> mails().equals(Set.of("amoreau@alive.example", "bokafor@alive.example", "cnowak@alive.example",
                "dsilva@alive.example", "ehaas@alive.example", "flindqvist@alive.example")));

        folder.replace("lookup/offices.csv", "Nantes", "Nice");
        assertTaken(3, "lookup/offices.csv");
        await(() -> values("l").equals(Set.of("Essen", "Nice", "Seville")));

        folder.replace(SCRIPT, "source.Title", "source.Titel");
        assertRefused(SCRIPT + ":3", "did you mean Title?");
        folder.write(SCRIPT, folder.read(SCRIPT).replace("Titel", "Title").replace("'F1'", "'F3'"));
        assertRefused("tests/licences.xml:18",
                "licence is 'F3' in place of 'F1' by 'in training' (" + SCRIPT + ":2:1)");
        folder.replace("tests/licences.xml", ">F1<", ">F3<");
        assertTaken(4, SCRIPT, "tests/licences.xml");
        await(() -> values("employeeType").equals(Set.of("E1", "E3", "E5", "F3")));

        folder.replace(DROOLS, "contribute", "contribut");
        assertRefused(DROOLS + ":4", "contribut");
        folder.write(DROOLS, folder.read(DROOLS).replace("contribut(", "contribute(")
                .replace("Chief .*", "Chief .*|Head of .*"));
        assertTaken(5, DROOLS);
        await(() -> "E5".equals(licenceOf("e5")));

        List<JsonNode> versions = rules("versions", "--json").lines();
        assertEquals(List.of(5, 4, 3, 2, 1),
                versions.stream().map(version -> version.path("version").asInt()).toList());
        assertTrue(versions.getFirst().path("inFolder").asBoolean());
        assertTrue(rules("diff", "2", "3").out().contains("-N,Nantes\n+N,Nice\n"));
        rules("rollback", "1", "--by", "ann");
        assertTaken(1, "lookup/offices.csv", DROOLS, FLOWS, SCRIPT, "tests/licences.xml", "tests/people.xml");
        await(() -> mails().contains("ada.moreau@alive.example") && values("l").contains("Nantes")
                && values("employeeType").contains("F1") && "E1".equals(licenceOf("e5")));
    }

    /** Nothing while the directory is being written. */
    private String licenceOf(String uid) {
        try {
            return DirectoryContent.read(folder.file(".syncline/directory.ldif"))
                    .entry("uid=" + uid + ",ou=People,dc=alive,dc=example").getAttributeValue("employeeType");
        } catch (Exception beingWritten) {
            return null;
        }
    }

    @Test
    void everyLanguageIsExplainedWithItsPlace() throws InterruptedException {
        stop();
        assertExplained("E1", "'executives get E5' (rules/attribute-flow/executives.drl:2:1)");
        assertExplained("E2", "(rules/attribute-flow/titles.csv:6:");
        assertExplained("E4", "'licence of everybody' (rules/attribute-flow/hr.xml:9:3)");
        assertExplained("E6", "'in training' (rules/attribute-flow/training.groovy:2:1)");
        String previewed = folder.command("preview", "--object", "hr:E6").endedWith(0).out();
        for (String place : List.of("training.groovy:2:1", "hr.xml:9:3")) {
            assertTrue(previewed.contains("rules/attribute-flow/" + place), previewed);
        }
    }

    private void assertExplained(String employee, String rule) {
        String told = folder.command("explain", "--object", "metaverse:employeeId=" + employee, "--attribute",
                "licence").endedWith(0).out();
        assertTrue(told.contains(rule), told);
    }

    @Test
    void whatIsNewlySelectedIsToldAndReadCompletely() {
        folder.replace("connectors/directory.xml", "<attribute name=\"l\"/>",
                "<attribute name=\"l\"/><attribute name=\"description\"/>");
        JsonNode taken = event();
        assertEquals("rules-taken", taken.path("event").asString(), taken::toString);
        assertEquals("directory: attribute 'description' of 'inetOrgPerson' is new",
                taken.path("fullImports").path(0).path("connector")
                        .asString() + ": " + taken.path("fullImports").path(0).path("reason").asString(),
                taken::toString);
        await(() -> program.output()
                .contains("Everything was read again: attribute 'description' of 'inetOrgPerson' is new."));
    }

    private Command rules(String action, String... options) {
        return Command.run(Stream.concat(
                Stream.of("rules", action, folder.path().toString()),
                Stream.of(options)).toArray(String[]::new)).endedWith(0);
    }

    @Test
    void aVersionWaitsForItsApprovalAlsoWhereTheProgramStartsAgain() throws InterruptedException {
        folder.replace("syncline.xml", "name=\"rules-alive\"", "name=\"rules-alive\" reload=\"approve\"");
        assertTaken(2, "syncline.xml");
        shorten();
        JsonNode waiting = event();
        assertEquals("rules-waiting", waiting.path("event").asString(), waiting::toString);
        assertEquals(3, waiting.path("version").asInt(), waiting::toString);
        JsonNode told = event();
        assertEquals("rules-what-if", told.path("event").asString(), told::toString);
        JsonNode accounts = told.path("whatIf").path("systems").path(0);
        assertEquals(6, accounts.path("counts").path("changed").asInt(), told::toString);
        assertEquals("mail", accounts.path("attributes").path(0).path("attribute").asString(), told::toString);
        assertTrue(mails().contains("ada.moreau@alive.example"), () -> mails().toString());
        rules("approve", "3", "--by", "ann");
        assertTaken(3, FLOWS, "tests/people.xml");
        await(() -> mails().contains("amoreau@alive.example"));

        stop();
        folder.replace("lookup/offices.csv", "Nantes", "Nice");
        assertEquals(0, folder.run().endedWith(0).written());
        assertEquals(Set.of("Essen", "Nantes", "Seville"), values("l"));
        follow();
        waiting = event();
        assertEquals("rules-waiting", waiting.path("event").asString(), waiting::toString);
        stop();
        String offices = folder.command("what-if").endedWith(0).out();
        assertTrue(offices.contains("changed  lookup/offices.csv") && offices.contains("Nantes  ->  Nice"), offices);
        rules("approve", "4");
        assertEquals(2, folder.run().endedWith(0).written());
        assertEquals(Set.of("Essen", "Nice", "Seville"), values("l"));
        assertTrue(folder.command("history", "--audit").out().contains("ann"));
    }

    private void shorten() {
        String flows = folder.read(FLOWS).replace(LONG, SHORT);
        folder.replace("tests/people.xml", "grace.ito@alive.example", "gito@alive.example");
        folder.write(FLOWS, flows);
    }
}
