package org.syncline.dsl.xml;

import java.util.List;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.RuleLocation;

/** Reports joins of many objects to one identity where something is also written to such objects. */
final class ManyJoinCheck {
    private final Problems problems;

    ManyJoinCheck(Problems problems) {
        this.problems = problems;
    }

    void check(List<JoinRules> joins, List<AttributeFlows> flows, List<ProvisioningRules> provisioning) {
        for (JoinRules rules : joins) {
            rules.criteria().stream().filter(Criterion::many).forEach(criterion -> {
                flows.stream()
                        .filter(file -> !file.exports().isEmpty()
                                && isAbout(rules, file.connector(), file.objectType()))
                        .forEach(file -> report(criterion, file.exports().getFirst().location()));
                provisioning.stream()
                        .filter(file -> isAbout(rules, file.connector(), file.objectType()))
                        .forEach(file -> report(criterion, file.location()));
            });
        }
    }

    private static boolean isAbout(JoinRules rules, String connector, String objectType) {
        return rules.connector() != null && rules.connector().equals(connector)
                && rules.objectType() != null && rules.objectType().equals(objectType);
    }

    private void report(Criterion criterion, RuleLocation writer) {
        problems.add(criterion.location(), "many=\"true\" is only for objects to which nothing is written",
                writer + " writes to them");
    }
}
