package org.syncline.dsl.lint;

import java.util.List;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.Ruleset;

/** Looks for everything that can be found in a ruleset as a whole. */
public final class Lints {
    private Lints() {}

    /** What is found; nothing that might be as it should. */
    public static List<Lint> of(Ruleset ruleset) {
        return Stream.of(
                IdleConditions.in(ruleset),
                ShadowedRules.in(ruleset),
                LosingContributions.in(ruleset),
                UnusedAttributes.in(ruleset),
                UnfilledMandatoryAttributes.in(ruleset),
                DoubleCreations.in(ruleset),
                UnindexedJoins.in(ruleset),
                MisnamedFiles.in(ruleset))
                .flatMap(List::stream)
                .toList();
    }
}
