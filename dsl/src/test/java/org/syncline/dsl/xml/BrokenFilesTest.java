package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files as somebody writes them on the first day, each with one slip. {@code expected.txt} has what is said of each: where, what is
 * wrong, and what to do.
 */
class BrokenFilesTest {
    private static final Map<String, String> PLACES = Map.of(
            "join", "rules/join/broken.xml",
            "flows", "rules/attribute-flow/broken.xml",
            "provisioning", "rules/provisioning/broken.xml",
            "connector", "connectors/broken.xml");

    @TempDir
    Path folder;

    static Stream<Path> files() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.walk(resources())) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList().stream();
        }
    }

    private static Path resources() throws URISyntaxException {
        return Path.of(BrokenFilesTest.class.getResource("broken").toURI());
    }

    @ParameterizedTest
    @MethodSource("files")
    void areAnsweredWithPlaceCauseAndMend(Path file) throws Exception {
        String kind = file.getParent().getFileName().toString();
        String place = PLACES.get(kind);
        List<Problem> problems = assertInstanceOf(
                ReadResult.Refused.class,
                SampleFolder.freeOfLints(folder).with(place, Files.readAllBytes(file)).read()).problems();
        String name = kind + "/" + file.getFileName();
        assertEquals(expected(name), problems.stream()
                .filter(problem -> problem.file().equals(place))
                .map(problem -> problem.toString().replace(place + ":", name + ":"))
                .toList());
        for (Problem problem : problems) {
            assertNotNull(problem.suggestion(), () -> "No mend: " + problem);
        }
    }

    private static List<String> expected(String name) throws Exception {
        return Files.readString(resources().resolve("expected.txt")).lines()
                .filter(line -> line.startsWith(name + ":"))
                .toList();
    }

    @Test
    void areFiftyAtLeast() throws Exception {
        assertTrue(files().count() >= 50);
    }
}
