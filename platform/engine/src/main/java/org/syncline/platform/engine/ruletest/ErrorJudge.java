package org.syncline.platform.engine.ruletest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.syncline.dsl.ruleset.RuleTest;
import org.syncline.dsl.ruleset.RuleTest.ExpectedError;
import org.syncline.platform.engine.run.ObjectError;

/** Compares the errors of a test with those it expects; each that nobody expects fails it once. */
final class ErrorJudge {
    private final Set<String> known = new HashSet<>();

    Optional<TestFailure> judge(ExpectedError expected, StepOutcome outcome, String step) {
        List<ObjectError> of = outcome.errors().stream()
                .filter(error -> error.connector().equals(expected.connector()))
                .toList();
        boolean isThere = of.stream().anyMatch(error -> is(error, expected));
        return isThere
                ? Optional.empty()
                : Optional.of(new TestFailure(
                        expected.location(), step,
                        "expected the error " + expected.code() + " in '" + expected.connector() + "', but there is "
                                + (of.isEmpty() ? "no error" : "none of that code"),
                        List.of(), of.stream().map(ErrorJudge::text).distinct().toList()));
    }

    private static boolean is(ObjectError error, ExpectedError expected) {
        return error.connector().equals(expected.connector()) && error.code().equals(expected.code());
    }

    /**
     * @param name of the step; null if it has none
     * @param open keys of the errors that are not mended yet
     */
    List<TestFailure> judgeOthers(RuleTest.Step step, String name, StepOutcome outcome, Set<String> open) {
        return outcome.errors().stream()
                .filter(error -> open.contains(error.key()) && known.add(error.key()))
                .filter(error -> step.expectations().stream()
                        .noneMatch(expected -> expected instanceof ExpectedError code && is(error, code)))
                .map(error -> new TestFailure(
                        step.location(), name, "an error that the test does not expect: " + text(error),
                        List.of(), error.rule() == null ? List.of() : List.of("by " + error.rule())))
                .toList();
    }

    private static String text(ObjectError error) {
        return error.connector() + " " + error.title() + ": " + error.code() + ": " + error.message();
    }
}
