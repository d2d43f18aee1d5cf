package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What changed rules would do is told before they do it, and is what they do then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfIT {
    private static final String HR = "rules/attribute-flow/hr.xml";
    private static final String TITLE = "<import to=\"title\">Trim([Title])</import>";

    @TempDir
    Path place;

    private ConfigurationFolder example;
    private int edits;

    @BeforeAll
    void run(@TempDir Path folder) {
        example = ConfigurationFolder.example(folder);
        example.command("run").endedWith(0);
    }

    /** A folder with nothing but one file of the example, in which a text is replaced. */
    private String edited(String file, String old, String replacement) throws IOException {
        Path folder = place.resolve("edits" + edits++);
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        String text = Files.readString(example.file(file));
        assertTrue(text.contains(old), () -> file + " has no " + old);
        Files.writeString(path, text.replace(old, replacement));
        return folder.toString();
    }

    private String upperCaseTitles() throws IOException {
        return edited(HR, TITLE, TITLE.replace("Trim([Title])", "UCase(Trim([Title]))"));
    }

    private String stored() {
        return example.show("metaverse").out() + example.show("connector-space").out()
                + example.command("pending", "--json").out() + example.command("history", "--json").out();
    }

    @Test
    void theDocumentedExampleSaysWhatIsDocumented() throws IOException {
        String told = example.command("what-if", "--rules", upperCaseTitles(), "--examples", "1").endedWith(0).out();
        String documentation = Files.readString(Path.of("../platform/app/README.md"));
        for (String line : told.strip().split("\n")) {
            assertTrue(documentation.contains(line), () -> "The README lacks: " + line + "\nof\n" + told);
        }
    }

    @Test
    void nothingIsWrittenAndNothingIsLeftBehind() throws IOException {
        String before = stored();
        example.command("what-if", "--rules", upperCaseTitles(), "--json").endedWith(0);
        assertEquals(before, stored());
        try (Stream<Path> files = Files.list(example.store())) {
            assertEquals(List.of(),
                    files.filter(file -> file.getFileName().toString().startsWith("temporary")).toList());
        }
    }

    @Test
    void whatIsToldIsWhatIsSentThen(@TempDir Path other) throws IOException {
        ConfigurationFolder copy = ConfigurationFolder.copy(example.path(), other);
        JsonNode told = copy.command("what-if", "--rules", upperCaseTitles(), "--json").endedWith(0).lines().getFirst();
        long changed = told.path("systems").path(0).path("counts").path("changed").asLong();
        copy.replace(HR, TITLE, TITLE.replace("Trim([Title])", "UCase(Trim([Title]))"));
        assertEquals(copy.run().endedWith(0).counted("export-update"), changed);
        assertTrue(changed > 900, () -> "many people have titles: " + changed);
    }

    @Test
    void aGuardThatWouldHoldIsTheAnswer() throws IOException {
        String leavers = edited("rules/join/hr.xml", "<project ", "<project disabled=\"true\" ");
        Command refused = example.command("what-if", "--rules", leavers);
        assertEquals(2, refused.code(), "problems of the changed rules are told as always");

        String untitled = edited(HR, TITLE, TITLE.replace("Trim([Title])", "IIF([Country] = \"\", \"\", NULL)"));
        Command held = example.command("what-if", "--rules", untitled).endedWith(3);
        assertTrue(held.out().contains("Guards that would hold the export"), held.out());
    }

    @Test
    void aPageIsWrittenBesideTheText() throws IOException {
        Path page = place.resolve("review.html");
        String whole = ConfigurationFolder.copy(example.path(), place.resolve("whole")).path().toString();
        String told = example.command("what-if", "--rules", whole, "--html", page.toString()).endedWith(0).out();
        assertTrue(told.contains("Nothing would become otherwise."), told);
        assertTrue(Files.readString(page).contains("Nothing would become otherwise."));
    }

    @Test
    void whoHasImportedNothingIsToldToRunFirst(@TempDir Path other) throws IOException {
        Command refused = ConfigurationFolder.example(other).command("what-if", "--rules", upperCaseTitles());
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("Nothing was imported yet"), refused.err());
        assertFalse(refused.err().contains("Exception"), refused.err());
    }
}
