package org.syncline.platform.engine.ruletest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.syncline.dsl.ruleset.RuleTest.ExpectedChange;
import org.syncline.dsl.ruleset.RuleTest.ExpectedExport;
import org.syncline.dsl.ruleset.RuleTest.Nothing;
import org.syncline.platform.engine.synchronization.Trace;

/**
 * Compares what was exported in a step with what a test expects.
 *
 * @param step name of the step; null if it has none
 */
record ExportJudge(StepOutcome outcome, String step) {
    private static final Set<String> ABOUT_OBJECTS = Set.of("filter", "join", "projection", "delete");
    private static final Set<String> NAMES = Set.of("dn", "change");
    private static final int MOST_EXPLAINED = 2;

    Optional<TestFailure> judge(ExpectedExport expected) {
        List<AccountChange> candidates = outcome.changes().stream()
                .filter(change -> change.connector().equals(expected.connector()))
                .filter(change -> expected.objectType() == null
                        || expected.objectType().equals(change.type().name()))
                .toList();
        Optional<AccountChange> met =
                candidates.stream().filter(change -> differences(expected, change).isEmpty()).findFirst();
        if (met.isPresent() == expected.isThere()) {
            return Optional.empty();
        }
        return Optional.of(met.isPresent() ? unwanted(expected, met.get()) : missing(expected, candidates));
    }

    private TestFailure unwanted(ExpectedExport expected, AccountChange change) {
        String message = "expected not " + Wording.of(expected) + ", but there is the " + Wording.of(change);
        return new TestFailure(
                expected.location(), step, message, change.after() == null ? List.of() : values(change).all(),
                List.of());
    }

    private TestFailure missing(ExpectedExport expected, List<AccountChange> candidates) {
        Optional<AccountChange> nearest = candidates.stream()
                .min(Comparator.comparingInt(change -> differences(expected, change).size()));
        return nearest.isEmpty()
                ? new TestFailure(
                        expected.location(), step,
                        "expected " + Wording.of(expected) + ", but nothing was exported there", List.of(),
                        reasons(expected.connector()))
                : otherwise(expected, nearest.get(), differences(expected, nearest.get()));
    }

    private TestFailure otherwise(ExpectedExport expected, AccountChange nearest, List<Difference> differences) {
        boolean isThere = differences.stream().noneMatch(difference -> NAMES.contains(difference.attribute()));
        String message = "expected " + Wording.of(expected)
                + (isThere ? ", but with other values" : "; the nearest is the " + Wording.of(nearest));
        return new TestFailure(expected.location(), step, message, differences, List.of());
    }

    /** Why identities have no account in the connector; where there are none, what became of the objects. */
    private List<String> reasons(String connector) {
        List<String> reasons = new ArrayList<>();
        outcome.identities().stream()
                .filter(identity -> !outcome.explaining().missingAccount(identity, connector).isEmpty())
                .limit(MOST_EXPLAINED)
                .forEach(identity -> {
                    reasons.add(outcome.values().names().title(identity.id()) + " has no account there:");
                    outcome.explaining().missingAccount(identity, connector)
                            .forEach(statement -> Wording.add(statement, "  ", reasons));
                });
        return reasons.isEmpty() ? outcome.reasons(ExportJudge::isAboutObjects) : reasons;
    }

    static boolean isAboutObjects(Trace.Line line) {
        return ABOUT_OBJECTS.contains(line.phase());
    }

    private List<Difference> differences(ExpectedExport expected, AccountChange change) {
        List<Difference> differences = new ArrayList<>();
        if (expected.dn() != null && (change.dn() == null || !WrittenValues.isSameName(change.dn(), expected.dn()))) {
            differences.add(new Difference(
                    "dn", expected.dn(), change.name(),
                    outcome.decisions().ruleOf(change.object(), "dn", change.image().get("dn"))));
        }
        if (!isOfKind(expected.change(), change)) {
            differences.add(new Difference("change", Wording.of(expected.change()), Wording.kinds(change), null));
        }
        differences.addAll(values(change).from(expected.values()));
        return differences;
    }

    private static boolean isOfKind(ExpectedChange expected, AccountChange change) {
        return expected == null || change.kinds().contains(expected);
    }

    private ValueDifferences values(AccountChange change) {
        boolean isUpdate = change.isUpdate() && !change.isDisconnected();
        return new ValueDifferences(
                outcome.values(),
                change.image(),
                index -> !isUpdate || change.changes(index),
                index -> outcome.decisions().ruleOf(
                        change.object(), change.type().attribute(index).name(), change.image().get(index)));
    }

    /** Everything that was exported where nothing was expected. */
    List<TestFailure> judgeNothing(Nothing nothing) {
        return outcome.changes().stream()
                .map(change -> new TestFailure(
                        nothing.location(), step,
                        "expected nothing, but there is the " + Wording.of(change) + " in '" + change.connector() + "'",
                        values(change).all(), List.of()))
                .toList();
    }
}
