package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Half of a file is not half of the people leaving. */
class AdventureWorksHalfFileIT {

    @TempDir
    private static Path temporary;

    private static AdventureWorks loaded;

    @TempDir
    private Path own;

    private AdventureWorks works;
    private byte[] whole;
    private byte[] directory;

    @BeforeAll
    static void load() {
        loaded = AdventureWorks.in(temporary.resolve("works")).loaded();
    }

    @BeforeEach
    void keepWhatIsThere() throws IOException {
        works = loaded.copyTo(own.resolve("works"));
        whole = works.hr().bytes();
        directory = Files.readAllBytes(works.directoryFile());
    }

    @Test
    void halfOfTheRows() throws IOException {
        List<String> lines = works.hr().lines();
        works.hr().write(lines.subList(0, lines.size() / 2));
        isHeld();
    }

    @Test
    void halfOfTheBytes() throws IOException {
        works.hr().write(Arrays.copyOf(whole, whole.length / 2));
        isHeld();
    }

    @Test
    void theHeaderAlone() throws IOException {
        works.hr().write(works.hr().lines().subList(0, 1));
        isHeld();
    }

    @Test
    void halfOfTheRowsAndSomebodyChanged() throws IOException {
        works.hr().change("1", "LastName", "Gilbert-Half");
        List<String> lines = works.hr().lines();
        works.hr().write(lines.subList(0, lines.size() / 2));
        isHeld();
    }

    private void isHeld() throws IOException {
        Command held = works.folder().run().endedWith(3);
        assertEquals("stopped-read-guard", held.result("hr", "full-import"));
        nothingHappened(held);
        nothingHappened(works.folder().run().endedWith(3));
        nothingHappened(works.folder().run("hr", "synchronize").endedWith(3));
        nothingHappened(works.folder().run("hr", "synchronize-all").endedWith(3));
        nothingHappened(works.folder().run("hr", "full").endedWith(3));
        says(Command.run("run", works.folder().path().toString()));
        works.hr().write(whole);
        nothingHappened(works.folder().run().endedWith(0));
        nothingHappened(works.folder().run().endedWith(0));
    }

    private void nothingHappened(Command run) throws IOException {
        assertEquals(0, run.written(), run::toString);
        assertArrayEquals(directory, Files.readAllBytes(works.directoryFile()));
    }

    private static void says(Command run) {
        assertTrue(run.out().contains("hr: held by a guard, and what it concerns was left as it is."), run::toString);
        assertTrue(run.out().contains("staged objects of type 'department' were seen")
                || run.out().contains("staged objects of type 'employee' were seen"), run::toString);
    }
}
