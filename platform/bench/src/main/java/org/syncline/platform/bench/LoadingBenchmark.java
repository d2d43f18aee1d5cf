package org.syncline.platform.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;

/** Reads a folder of three hundred files of rules: parses, checks and compiles all of them, and looks for what is hardly meant. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LoadingBenchmark {
    private final RulesetReader reader = new RulesetReader(Map.of());
    private Path folder;

    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("large");
        LargeFolder.write(folder);
    }

    @Benchmark
    public Ruleset load() {
        return switch (reader.read(folder)) {
            case ReadResult.Ready ready -> ready.ruleset();
            case ReadResult.Refused(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    @TearDown
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            deepestFirst.forEach(LoadingBenchmark::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
