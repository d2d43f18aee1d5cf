package org.syncline.platform.app.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncline.dsl.reload.CheckedReading;
import org.syncline.dsl.reload.RulesetSource;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.Problem;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;
import org.syncline.dsl.xml.Warning;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.connection.EnvironmentSecrets;
import org.syncline.platform.engine.operations.SettingsCheck;
import org.syncline.platform.engine.ruletest.RuleTestCheck;
import org.syncline.platform.engine.ruletest.RuleTesting;

/**
 * A configuration that is free of problems.
 *
 * @param warnings of what works, though perhaps otherwise than meant
 * @param connectors of its connected systems, none open yet
 * @param threads how many evaluate rules
 * @param content of the files, by name
 * @param approval whether a person must approve the version that comes after this one
 * @param reading reads and checks the folder again
 */
public record Configuration(
        Path folder, Ruleset ruleset, List<Warning> warnings, Connectors connectors, int threads,
        Map<String, byte[]> content, boolean approval, CheckedReading reading) {

    /**
     * Reads and checks a folder.
     *
     * @throws RefusedConfiguration with all of its problems
     */
    public static Configuration read(Path folder, Map<String, String> environment, Clock clock) {
        Connectors connectors = new Connectors(folder, new EnvironmentSecrets(environment), clock);
        CheckedReading reading = new CheckedReading(new RulesetReader(environment), folder,
                List.of(ruleset -> settingsProblems(ruleset, connectors)));
        return switch (reading.get()) {
            case ReadResult.Ready(var ruleset, var warnings, var content, var approval, var renewed) ->
                    new Configuration(
                            folder, ruleset, warnings, connectors, Threads.in(environment), content, approval, reading);
            case ReadResult.Refused(var problems) -> throw new RefusedConfiguration(problems);
        };
    }

    /**
     * Reads and checks changed rules: a whole folder, or one with only the files that differ. What they say of files that connectors
     * read means those of this folder.
     *
     * @throws RefusedConfiguration with all of their problems
     */
    Ruleset changed(Path rules) {
        try (ChangedFolder changed = ChangedFolder.of(folder, rules)) {
            return switch (new CheckedReading(reading.reader().aside(), changed.folder(), reading.checks()).get()) {
                case ReadResult.Ready ready -> ready.ruleset();
                case ReadResult.Refused(var problems) -> throw new RefusedConfiguration(problems);
            };
        }
    }

    /** Runs its rule tests, which need no secrets: no system is opened. */
    public RuleTesting ruleTesting(Clock clock) {
        return new RuleTesting(ruleset, new Connectors(folder, name -> Optional.of("of no use in a test"), clock),
                clock, threads);
    }

    /**
     * Reads and checks the folder again, and demands of other rules than the current ones that they pass their tests. Those of the current
     * ones are run too, so that after a save only those need be run that it concerns. They run in some of the threads only: meanwhile a
     * synchronization may run.
     */
    CheckedReading tested(RulesetSource source, Clock clock) {
        RuleTestCheck tests = new RuleTestCheck(folder, clock, Math.max(1, threads / 2));
        CheckedReading saved = new CheckedReading(reading.reader().withoutWarnings(), folder, reading.checks());
        return saved.and(ruleset -> {
            List<Problem> problems = tests.problems(ruleset);
            return ruleset.contentHash().equals(source.ruleset().contentHash()) ? List.of() : problems;
        });
    }

    /** Reads a version of the folder as it was; empty if that cannot be used any more. */
    Optional<ReadResult.Ready> read(Map<String, byte[]> files) {
        return result(files) instanceof ReadResult.Ready ready ? Optional.of(ready) : Optional.empty();
    }

    /**
     * What the folder would be with another content of a file.
     *
     * @throws RefusedConfiguration with all problems it would have
     */
    Ruleset with(String file, byte[] changed) {
        Map<String, byte[]> files = new HashMap<>(content);
        files.put(file, changed);
        return switch (result(files)) {
            case ReadResult.Ready ready -> ready.ruleset();
            case ReadResult.Refused(var problems) -> throw new RefusedConfiguration(problems);
        };
    }

    private ReadResult result(Map<String, byte[]> files) {
        try {
            Path copy = Files.createTempDirectory("syncline");
            try {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Path path = copy.resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.write(path, file.getValue());
                }
                return new CheckedReading(reading.reader().aside(), copy, reading.checks()).get();
            } finally {
                delete(copy);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Files of the configuration cannot be copied aside", failure);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<Problem> settingsProblems(Ruleset ruleset, Connectors connectors) {
        List<Problem> problems = new ArrayList<>();
        for (SettingsCheck.Finding finding : new SettingsCheck(connectors).check(ruleset)) {
            RuleLocation place = finding.location();
            problems.add(new Problem(place.file(), place.line(), place.column(), finding.message(), null));
        }
        return problems;
    }
}
