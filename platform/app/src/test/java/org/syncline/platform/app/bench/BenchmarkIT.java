package org.syncline.platform.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.platform.app.command.Terminal;

class BenchmarkIT {

    @Test
    void measuresEveryPhaseOnTheEmbeddedDirectory() {
        Terminal terminal = Terminal.run("bench", "--people", "150", "--json");
        assertEquals(0, terminal.code(), terminal.toString());
        assertEquals(
                List.of("start", "full-import", "synchronization", "export", "confirming-import", "no-change-import",
                        "no-change-cycle", "delta-cycle"),
                terminal.out().lines().map(line -> text(line, "phase")).toList());
        assertTrue(terminal.out().lines().allMatch(line -> line.matches("\\{\"phase\":\"[a-z-]+\",\"objects\":\\d+,"
                + "\"seconds\":[\\d.]+,\"cpuSeconds\":[\\d.]+,\"peakHeapMb\":\\d+,\"statements\":\\d+,"
                + "\"rowsWritten\":\\d+,\"values\":null,\"requests\":null,\"floorSeconds\":([\\d.]+|null)}")),
                terminal.out());
    }

    @ParameterizedTest
    @CsvSource({
            "no-change, , 7, null",
            "leavers, 3, 5, 3",
            "rule-change, , 4, 300",
            "reload, , 25, null",
            "large-group, , 5, 17",
            "wide-rows, , 12, null"})
    void playsTheScenario(String scenario, String changes, int phases, String values) {
        List<String> words = new ArrayList<>(List.of("bench", "--people", "150", "--json", "--scenario", scenario));
        if (changes != null) {
            words.addAll(List.of("--changes", changes));
        }
        Terminal terminal = Terminal.run(words.toArray(String[]::new));
        assertEquals(0, terminal.code(), terminal.toString());
        List<String> lines = terminal.out().lines().toList();
        assertEquals(phases, lines.size(), terminal.out());
        assertEquals(values, lines.stream().map(line -> text(line, "values")).filter(text -> !text.equals("null"))
                .findFirst().orElse("null"));
    }

    private static String text(String line, String name) {
        return line.replaceFirst(".*\"" + name + "\":\"?([a-z0-9-]+)\"?[,}].*", "$1");
    }

    @Test
    void saysWhichScenariosThereAre() {
        Terminal terminal = Terminal.run("bench", "--scenario", "nothing");
        assertEquals(2, terminal.code());
        assertTrue(terminal.err().contains("no-change, leavers"), terminal.err());
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
