package org.syncline.platform.engine.ruletest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.syncline.dsl.ruleset.RuleTest.ExpectedIdentity;
import org.syncline.dsl.ruleset.RuleTest.Nothing;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Compares the identities at the end of a step with what a test expects.
 *
 * @param step name of the step; null if it has none
 */
record IdentityJudge(StepOutcome outcome, String step) {

    Optional<TestFailure> judge(ExpectedIdentity expected) {
        List<MetaverseObject> candidates = outcome.identities().stream()
                .filter(identity -> identity.type().name().equals(expected.type()))
                .toList();
        Optional<MetaverseObject> met = candidates.stream()
                .filter(identity -> values(identity).from(expected.values()).isEmpty())
                .findFirst();
        if (met.isPresent() == expected.isThere()) {
            return Optional.empty();
        }
        return Optional.of(met.isPresent()
                ? new TestFailure(
                        expected.location(), step,
                        "expected no such " + expected.type() + ", but there is " + title(met.get()),
                        values(met.get()).all(), List.of())
                : missing(expected, candidates));
    }

    private TestFailure missing(ExpectedIdentity expected, List<MetaverseObject> candidates) {
        Optional<MetaverseObject> nearest = candidates.stream()
                .min(Comparator.comparingInt(identity -> values(identity).from(expected.values()).size()));
        String message = "expected a " + expected.type() + nearest.map(identity -> "; the nearest is "
                + title(identity)).orElse(", but there is none");
        return new TestFailure(
                expected.location(), step, message,
                nearest.map(identity -> values(identity).from(expected.values())).orElse(List.of()),
                nearest.isPresent() ? List.of() : outcome.reasons(ExportJudge::isAboutObjects));
    }

    private String title(MetaverseObject identity) {
        return outcome.values().names().title(identity.id());
    }

    private ValueDifferences values(MetaverseObject identity) {
        return new ValueDifferences(
                outcome.values(), identity.attributes(), index -> true, index -> rule(identity, index));
    }

    private String rule(MetaverseObject identity, int index) {
        List<Lineage> lineage = identity.lineage().get(index);
        return lineage.isEmpty() || lineage.getFirst() == null
                ? null
                : outcome.decisions().ruleOf(identity.type().attribute(index).name(), lineage.getFirst());
    }

    /** Every identity where nothing was expected. */
    List<TestFailure> judgeNothing(Nothing nothing) {
        return outcome.identities().stream()
                .map(identity -> new TestFailure(
                        nothing.location(), step,
                        "expected nothing, but there is the " + identity.type().name() + " " + title(identity),
                        values(identity).all(), List.of()))
                .toList();
    }
}
