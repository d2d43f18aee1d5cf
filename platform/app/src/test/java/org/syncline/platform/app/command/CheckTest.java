package org.syncline.platform.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeSomethingToBeWarnedOf() throws IOException {
        Files.writeString(folder.resolve("syncline.xml"), """
                <syncline xmlns="urn:syncline:1" name="odd">
                  <metaverse>
                    <object-type name="person">
                      <attribute name="status"/>
                      <ends><when>1 > 2</when></ends>
                    </object-type>
                  </metaverse>
                </syncline>
                """);
    }

    @Test
    void warnsAndIsContent() {
        Terminal terminal = Terminal.run("check", folder.toString());
        assertEquals(
                "syncline.xml:3:5: warning condition-never-holds: The condition of <ends> of 'person' never holds: 1 > 2;"
                        + " correct it; to switch a rule off, write enabled=\"false\"\nNo problems in " + folder
                        + ", 1 warning: 0 connectors, 1 metaverse type.\n",
                terminal.out());
        assertEquals(ExitCode.CLEAN, terminal.code());
    }

    @Test
    void failsForWarningsWhenAskedTo() {
        assertEquals(ExitCode.CONFIGURATION, Terminal.run("check", folder.toString(), "--strict").code());
    }

    @Test
    void printsWarningsForPrograms() {
        assertEquals(
                "{\"file\":\"syncline.xml\",\"line\":3,\"column\":5,\"message\":\"The condition of <ends> of 'person' never"
                        + " holds: 1 > 2\",\"suggestion\":\"correct it; to switch a rule off, write"
                        + " enabled=\\\"false\\\"\",\"warning\":\"condition-never-holds\"}\n",
                Terminal.run("check", folder.toString(), "--json").out());
    }
}
