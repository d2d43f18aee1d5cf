package org.syncline.dsl.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.syncline.dsl.condition.Conditions;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Provision;
import org.syncline.dsl.ruleset.Ruleset;

/** Finds rules of different files that create in one system, and whose conditions do not exclude each other. */
final class DoubleCreations {
    private final List<Lint> found = new ArrayList<>();

    private DoubleCreations() {}

    static List<Lint> in(Ruleset ruleset) {
        DoubleCreations creations = new DoubleCreations();
        List<ProvisioningRules> files = ruleset.provisioningRules();
        for (int index = 1; index < files.size(); index++) {
            for (ProvisioningRules earlier : files.subList(0, index)) {
                creations.check(earlier, files.get(index));
            }
        }
        return creations.found;
    }

    private void check(ProvisioningRules earlier, ProvisioningRules later) {
        if (!earlier.connector().equals(later.connector()) || !earlier.metaverseType().equals(later.metaverseType())) {
            return;
        }
        for (Provision rule : later.provisions()) {
            earlier.provisions().stream()
                    .filter(other -> Conditions.canHold(
                            Arrays.asList(earlier.scope(), other.when(), later.scope(), rule.when())))
                    .findFirst()
                    .ifPresent(other -> report(rule, other, later));
        }
    }

    private void report(Provision rule, Provision other, ProvisioningRules rules) {
        found.add(new Lint(
                LintCode.ACCOUNT_CREATED_TWICE, rule.location(),
                "Nothing keeps this rule and '" + other.name() + "' of " + other.location()
                        + " from both creating an account in '" + rules.connector() + "' for the same "
                        + rules.metaverseType(),
                "let their conditions exclude each other"));
    }
}
