package org.syncline.dsl.xml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.Derivation;

/** Reports derived attributes that imports bring too, or that other derived attributes are computed from. */
final class DerivationCheck {
    private final Problems problems;

    DerivationCheck(Problems problems) {
        this.problems = problems;
    }

    void check(List<Derivation> derivations, List<AttributeFlows> flows) {
        for (Derivation derivation : derivations) {
            flows.stream()
                    .filter(file -> derivation.metaverseType() != null
                            && derivation.metaverseType().equals(file.metaverseType()))
                    .flatMap(file -> file.imports().stream())
                    .filter(flow -> flow.to() != null && flow.to().equals(derivation.to()))
                    .findFirst()
                    .ifPresent(flow -> report(derivation, flow));
            derivations.stream()
                    .filter(other -> reads(derivation, other))
                    .findFirst()
                    .ifPresent(other -> report(derivation, other));
        }
    }

    private void report(Derivation derivation, ImportFlow flow) {
        problems.add(derivation.location(), "'" + derivation.to() + "' cannot be derived, because it is imported too",
                flow.location() + " imports it; derive another attribute");
    }

    /** Also through a reference: of identities derived together none could say which is first. */
    private static boolean reads(Derivation derivation, Derivation other) {
        return derivation.metaverseType() != null
                && derivation.metaverseType().equals(other.metaverseType())
                && Stream.of(Optional.ofNullable(derivation.value()), Optional.ofNullable(derivation.when()))
                        .flatMap(Optional::stream)
                        .flatMap(expression -> expression.reads().stream())
                        .anyMatch(name -> name.substring(name.lastIndexOf('.') + 1).equals(other.to()));
    }

    private void report(Derivation derivation, Derivation other) {
        problems.add(derivation.location(),
                "'" + derivation.to() + "' is derived from '" + other.to() + "', which is derived itself",
                "all are computed at once; derive it from what " + other.location() + " derives it from");
    }
}
