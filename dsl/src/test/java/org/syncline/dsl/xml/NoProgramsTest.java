package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who writes no programs pays for none. */
class NoProgramsTest {
    private static final List<String> LIBRARIES =
            List.of("groovy.", "org.codehaus.groovy.", "org.apache.groovy.", "org.drools.", "org.kie.", "org.mvel2.");
    private static final String SCRIPT =
            "importFlow(connector: 'hr', objectType: 'employee', metaverseType: 'person') { source, identity, contribute -> }";

    @TempDir
    private Path folder;

    /** Reads a folder, in a process of its own. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] arguments) {
            ReadResult result = new RulesetReader(Map.of()).read(Path.of(arguments[0]));
            if (result instanceof ReadResult.Refused refused) {
                throw new IllegalStateException(refused.problems().toString());
            }
        }
    }

    private List<String> loaded() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xlog:class+load:stdout", "-cp",
                System.getProperty("java.class.path"), Reading.class.getName(), folder.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(),
                () -> told.lines().filter(line -> !line.contains("source:")).toList().toString());
        return told.lines()
                .filter(line -> LIBRARIES.stream().anyMatch(library -> line.contains(" " + library)))
                .toList();
    }

    @Test
    void aFolderWithoutProgramsLoadsNoneOfTheirLanguages() throws Exception {
        SampleFolder sample = SampleFolder.in(folder);
        assertEquals(List.of(), loaded());

        sample.with("rules/attribute-flow/nothing.groovy", SCRIPT);
        List<String> loaded = loaded();
        assertTrue(loaded.stream().anyMatch(line -> line.contains(" org.codehaus.groovy.")));
        assertTrue(loaded.stream().noneMatch(line -> line.contains(" org.drools.")));
    }
}
