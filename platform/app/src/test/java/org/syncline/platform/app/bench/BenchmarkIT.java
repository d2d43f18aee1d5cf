package org.syncline.platform.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncline.platform.app.command.Terminal;

class BenchmarkIT {

    @Test
    void measuresEveryPhaseOnTheEmbeddedDirectory() {
        Terminal terminal = Terminal.run("bench", "--people", "150", "--json");
        assertEquals(0, terminal.code(), terminal.toString());
        List<String> phases = terminal.out().lines()
                .map(line -> line.replaceFirst("^\\{\"phase\":\"([a-z-]+)\".*", "$1"))
                .toList();
        assertEquals(
                List.of("start", "full-import", "synchronization", "export", "confirming-import", "no-change-import",
                        "no-change-cycle", "delta-cycle"),
                phases);
        assertTrue(terminal.out().lines().allMatch(line -> line.matches("\\{\"phase\":\"[a-z-]+\",\"objects\":\\d+,"
                + "\"seconds\":[\\d.]+,\"cpuSeconds\":[\\d.]+,\"peakHeapMb\":\\d+,\"floorSeconds\":([\\d.]+|null)}")),
                terminal.out());
    }

    @Test
    void saysWhereThePasswordBelongs() {
        Terminal terminal =
                Terminal.run("bench", "--target", "ldap://127.0.0.1:1", "--bind-dn", "cn=x", "--base", "dc=x",
                        "--password-env", "NO_SUCH_PASSWORD");
        assertEquals(2, terminal.code());
        assertTrue(terminal.err().contains("NO_SUCH_PASSWORD"), terminal.err());
    }
}
