package org.syncline.dsl.ruleset;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncline.dsl.expression.Expression;

/** All expressions over identities that a ruleset has. */
record RuleExpressions(Ruleset ruleset) {

    Expression.Membership membership() {
        return all().filter(Objects::nonNull)
                .map(Expression::membership)
                .max(Expression.Membership::compareTo)
                .orElse(Expression.Membership.UNREAD);
    }

    private Stream<Expression> all() {
        return Stream.of(
                ruleset.metaverse().values().stream().map(MetaverseType::ends).map(RuleExpressions::ofEnd),
                ruleset.attributeFlows().stream()
                        .flatMap(rules -> rules.exports().stream())
                        .flatMap(flow -> Stream.of(flow.value(), flow.when())),
                ruleset.derivations().stream()
                        .flatMap(rule -> Stream.of(Optional.ofNullable(rule.value()), Optional.ofNullable(rule.when()))
                                .flatMap(Optional::stream)),
                ruleset.provisioningRules().stream().flatMap(RuleExpressions::ofProvisioning),
                ruleset.groupRules().stream()
                        .flatMap(groups -> groups.rules().stream())
                        .map(GroupRules.Rule::when))
                .flatMap(expressions -> expressions);
    }

    private static Expression ofEnd(EndPolicy policy) {
        return policy instanceof EndPolicy.When when ? when.condition() : null;
    }

    private static Stream<Expression> ofProvisioning(ProvisioningRules rules) {
        return Stream.of(
                Stream.ofNullable(rules.scope()),
                rules.provisions().stream().flatMap(RuleExpressions::ofProvision),
                rules.renames().stream()
                        .flatMap(rename -> Stream.concat(Stream.of(rename.when(), rename.dn()), ofSets(rename.sets()))),
                rules.reprovisions().stream().map(ProvisioningRules.Reprovision::when),
                rules.deprovisions().stream().map(ProvisioningRules.Deprovision::when),
                rules.deprovisions().stream()
                        .map(rule -> rule.outcome().enable())
                        .filter(Objects::nonNull)
                        .flatMap(enable -> Stream.concat(Stream.ofNullable(enable.moveTo()), ofSets(enable.sets()))),
                rules.deprovisions().stream()
                        .flatMap(rule -> rule.outcome().stages().stream())
                        .flatMap(RuleExpressions::ofStage))
                .flatMap(expressions -> expressions);
    }

    private static Stream<Expression> ofProvision(ProvisioningRules.Provision provision) {
        return Stream.of(
                Stream.of(provision.when(), provision.dn()),
                provision.initials().stream().flatMap(initial -> Stream.of(initial.value(), initial.when())),
                provision.uniques().stream()
                        .flatMap(unique -> unique.candidates().stream())
                        .map(ProvisioningRules.Candidate::text))
                .flatMap(expressions -> expressions);
    }

    private static Stream<Expression> ofStage(ProvisioningRules.Stage stage) {
        return stage.action() instanceof ProvisioningRules.Disable disable
                ? Stream.concat(Stream.ofNullable(disable.moveTo()), ofSets(disable.sets()))
                : Stream.of();
    }

    private static Stream<Expression> ofSets(List<ProvisioningRules.Set> sets) {
        return sets.stream().flatMap(set -> Stream.of(set.value(), set.when()));
    }
}
