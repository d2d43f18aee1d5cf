package org.syncline.platform.engine.ruletest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.syncline.dsl.reload.RulesetCheck;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.Problem;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.operations.OperationRefused;

/** Demands that rules pass the tests that lie beside them. */
public final class RuleTestCheck implements RulesetCheck {
    private final Connectors connectors;
    private final Clock clock;

    /** @param folder of the configuration; its systems are never opened, and its secrets are of no use */
    public RuleTestCheck(Path folder, Clock clock) {
        this.connectors = new Connectors(folder, name -> Optional.of("of no use in a test"), clock);
        this.clock = clock;
    }

    @Override
    public List<Problem> problems(Ruleset ruleset) {
        List<Problem> problems = new ArrayList<>();
        try {
            new RuleTesting(ruleset, connectors, clock).run(test -> true, result -> result.failures()
                    .forEach(failure -> problems.add(problem(result.test().name(), failure))));
        } catch (OperationRefused refused) {
            problems.add(new Problem("tests", 1, 1, refused.getMessage(), null));
        }
        return problems;
    }

    private static Problem problem(String test, TestFailure failure) {
        RuleLocation place = failure.location();
        String step = failure.step() == null ? "" : " in the step '" + failure.step() + "'";
        return new Problem(place.file(), place.line(), place.column(),
                "The rule test '" + test + "' fails" + step + ": " + failure.message() + differences(failure), null);
    }

    private static String differences(TestFailure failure) {
        return failure.differences().stream()
                .map(one -> one.attribute() + " is " + text(one.actual()) + " in place of " + text(one.expected())
                        + (one.rule() == null ? "" : " by " + one.rule()))
                .collect(Collectors.joining(", ", failure.differences().isEmpty() ? "" : ": ", ""));
    }

    private static String text(String value) {
        return value == null ? "nothing" : "'" + value + "'";
    }
}
