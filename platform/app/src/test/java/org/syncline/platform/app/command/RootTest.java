package org.syncline.platform.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootTest {

    @Test
    void aMistypedCommandIsAnsweredWithTheNearest() {
        Terminal terminal = Terminal.run("evalute");
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertTrue(terminal.err().contains("evaluate"), terminal.err());
    }

    @Test
    void helpNamesTheExitCodes() {
        Terminal terminal = Terminal.run("--help");
        assertEquals(ExitCode.CLEAN, terminal.code());
        assertTrue(terminal.out().contains("held by a guard"), terminal.out());
    }

    @Test
    void theFolderComesBeforeWhatTheJoinerDoes() {
        Terminal terminal = Terminal.run("joiner", "list", "contoso");
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertTrue(terminal.err().contains("The folder comes first: syncline joiner contoso list"), terminal.err());
    }

    @Test
    void anUnexpectedFailureIsOneReadableLine(@TempDir Path folder) {
        Terminal terminal = Terminal.run("sample", folder.resolve("missing/people.csv").toString());
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertTrue(terminal.err().startsWith("syncline: no such file: "), terminal.err());
        assertEquals(2, terminal.err().lines().count());
    }

    @Test
    void aFolderThatIsNotThereIsSaid(@TempDir Path folder) {
        for (String command : List.of("run", "check", "history")) {
            Terminal terminal = Terminal.run(command, folder.resolve("nowhere").toString());
            assertEquals(ExitCode.CONFIGURATION, terminal.code());
            assertTrue(terminal.err().endsWith("is no folder; give the one that has syncline.xml in it\n"),
                    terminal.err());
        }
    }

    @Test
    void aFolderWithoutConfigurationIsSaid(@TempDir Path folder) {
        Terminal terminal = Terminal.run("check", folder.toString(), "--json");
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertTrue(terminal.out().startsWith("{\"file\":\"syncline.xml\","), terminal.out());
    }

    @Test
    void theStackIsShownOnDemand(@TempDir Path folder) {
        Terminal terminal = Terminal.run("sample", folder.resolve("missing/x.csv").toString(), "--stacktrace");
        assertTrue(terminal.err().contains("\tat org.syncline"), terminal.err());
    }

    @Test
    void samplePeopleAreWritten(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("people.csv");
        assertEquals(0, Terminal.run("sample", file.toString(), "--people", "20").code());
        assertEquals(21, Files.readAllLines(file).size());
    }
}
