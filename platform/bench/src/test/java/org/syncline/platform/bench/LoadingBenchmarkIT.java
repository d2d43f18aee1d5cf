package org.syncline.platform.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;

/** How long a warm JVM takes to read three hundred files of rules. */
class LoadingBenchmarkIT {
    private static final double MOST_MILLISECONDS = 1000;

    @Test
    void theFolderHasThreeHundredFilesAndIsFreeOfProblems(@TempDir Path folder) throws IOException {
        LargeFolder.write(folder);
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(301, files.filter(Files::isRegularFile).count());
        }
        ReadResult.Ready ready = (ReadResult.Ready) new RulesetReader(Map.of()).read(folder);
        assertEquals(2100, ready.ruleset().attributeFlows().stream().mapToInt(file -> file.imports().size()).sum());
        assertEquals(List.of(), ready.warnings());
    }

    @Test
    void takesLessThanASecond() throws RunnerException {
        RunResult result = new Runner(new OptionsBuilder()
                .include(LoadingBenchmark.class.getSimpleName())
                .forks(Integer.getInteger("bench.forks", 2))
                .warmupIterations(15)
                .measurementIterations(15)
                .jvmArgsAppend("-Xmx1g")
                .build())
                .runSingle();
        double milliseconds = result.getPrimaryResult().getStatistics().getPercentile(50);
        System.out.printf("%.0f ms%n", milliseconds);
        assertTrue(milliseconds < MOST_MILLISECONDS, "three hundred files take " + milliseconds + " ms");
    }
}
