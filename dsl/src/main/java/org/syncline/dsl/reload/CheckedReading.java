package org.syncline.dsl.reload;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.syncline.dsl.xml.Problem;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;

/**
 * Reads a configuration folder as it is, and checks what was read.
 *
 * @param checks one after the other, up to the first that finds something
 */
public record CheckedReading(RulesetReader reader, Path folder, List<RulesetCheck> checks)
        implements
        Supplier<ReadResult> {
    public CheckedReading {
        checks = List.copyOf(checks);
    }

    /** The same with one more check, the last. */
    public CheckedReading and(RulesetCheck check) {
        return new CheckedReading(reader, folder, Stream.concat(checks.stream(), Stream.of(check)).toList());
    }

    @Override
    public ReadResult get() {
        return switch (reader.read(folder)) {
            case ReadResult.Ready ready -> checked(ready);
            case ReadResult.Refused refused -> refused;
        };
    }

    private ReadResult checked(ReadResult.Ready ready) {
        for (RulesetCheck check : checks) {
            List<Problem> problems = check.problems(ready.ruleset());
            if (!problems.isEmpty()) {
                ready.ruleset().extension().close();
                return new ReadResult.Refused(problems);
            }
        }
        return ready;
    }
}
