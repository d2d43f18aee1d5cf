package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example of a Groovy file as source and a Python program as target, as its README tells it. */
class ScriptedSystemsIT {
    private static final String PROGRAM = "connectors/phones.py";
    private static final String LAST_PAGE = "data/people/page-2.json";
    private static final String FOUR = "{101=Ada Moreau, 102=Bruno Okafor, 103=Zoë Ångström, 104=Dario Silva}";

    @TempDir
    private Path temporary;

    private ConfigurationFolder folder;

    @BeforeEach
    void copy() throws InterruptedException {
        assumeTrue(hasPython(), "there is no python3 on this machine");
        folder = ConfigurationFolder.scriptedSystems(temporary.resolve("scripted"));
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private JsonNode book() {
        return new JsonMapper().readTree(folder.read(".syncline/phones.json"));
    }

    /** The owners of the lines by number. */
    private String lines() {
        Map<String, String> lines = new TreeMap<>();
        book().properties().forEach(line -> lines.put(line.getKey(), line.getValue().path("owner").asString()));
        return lines.toString();
    }

    @Test
    void linesAreWrittenChangedAndDeleted() {
        folder.command("check", "--strict").endedWith(0);
        folder.command("test").endedWith(0);
        assertEquals(4, folder.run().endedWith(0).counted("export-add"));
        assertEquals(FOUR, lines());
        assertEquals("[\"red\",\"blue\"]", book().path("101").path("groups").toString());
        assertEquals(0, folder.run().endedWith(0).written());

        folder.replace("data/people/page-1.json", "\"last\": \"Okafor\"", "\"last\": \"Moreau\"");
        folder.replace("data/people/page-1.json", "[\"red\", \"blue\"]", "[\"blue\"]");
        folder.write(LAST_PAGE, "{\"people\": []}");
        Command changed = folder.run().endedWith(0);
        assertEquals(2, changed.counted("export-update"));
        assertEquals(1, changed.counted("export-delete"));
        assertEquals("{101=Ada Moreau, 102=Bruno Moreau, 103=Zoë Ångström}", lines());
        assertEquals("[\"blue\"]", book().path("101").path("groups").toString());
        assertEquals(0, folder.run().endedWith(0).written());
    }

    @Test
    void whatTheScriptsOfferIsDiscoveredAndFitsWhatIsDeclared() {
        folder.run().endedWith(0);
        Command checked = folder.command("check", "--connect").endedWith(0);
        assertTrue(checked.out().contains("Connector 'people': no problems."), checked::out);
        Command declared = folder.command("discover", "--connector", "phones", "--type", "line").endedWith(0);
        assertTrue(declared.out().contains("<attribute name=\"groups\" multi-valued=\"true\"/>"), declared::out);

        folder.replace("connectors/people.xml", "name=\"extension\"", "name=\"extention\"");
        Command misspelt = folder.command("check", "--connect");
        assertTrue(misspelt.out().contains("extension"), misspelt::toString);
    }

    @Test
    void aScriptThatDoesNotCompileIsAProblemOfTheConfiguration() {
        folder.replace("connectors/people.groovy", "page.next = answer.next", "page.next = (answer.next");
        Command checked = folder.command("check").endedWith(2);
        assertTrue(checked.toString().contains("connectors/people.groovy:"), checked::toString);
    }

    @Test
    void aProgramThatDiesBeforeItAnswersLosesAndDoublesNothing() {
        String whole = folder.read(PROGRAM);
        folder.write(PROGRAM, whole.replace("        self.keep()\n",
                "        self.keep()\n        if len(self.lines) == 2:\n            sys.exit('out of paper')\n"));
        Command died = folder.run();
        assertTrue(died.out().contains("exit code 1") && died.out().contains("out of paper"), died::toString);
        folder.write(PROGRAM, whole);
        folder.run();
        assertEquals(FOUR, lines());
        assertEquals(0, folder.run().endedWith(0).written());
    }

    @Test
    void aProgramThatHangsIsEndedAndTheNextCycleGoesOn() {
        folder.replace("connectors/phones.xml", "PT10S", "PT1S");
        String whole = folder.read(PROGRAM);
        folder.write(PROGRAM, "import time\n" + whole.replace("        self.keep()\n", "        time.sleep(99)\n"));
        Command hung = folder.run();
        assertTrue(hung.out().contains("said nothing for PT1S"), hung::toString);
        folder.write(PROGRAM, whole);
        folder.run();
        assertEquals(FOUR, lines());
        assertEquals(0, folder.run().endedWith(0).written());
    }

    @Test
    void halfAnAnswerOfTheSourceDeletesNobody() {
        folder.run().endedWith(0);
        String whole = folder.read(LAST_PAGE);
        folder.write(LAST_PAGE, whole.substring(0, whole.length() / 2));
        Command half = folder.run();
        assertEquals("stopped-connectivity", half.result("people", "full-import"));
        assertTrue(half.message("people", "full-import").contains("connectors/people.groovy:11"), half::toString);
        assertEquals(0, half.written());
        assertEquals(FOUR, lines());
        folder.write(LAST_PAGE, whole);
        assertEquals(0, folder.run().endedWith(0).written());
    }
}
