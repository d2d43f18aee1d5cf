package org.syncline.dsl.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.syncline.dsl.condition.Conditions;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.FlagBits;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.EndPolicy;
import org.syncline.dsl.ruleset.GroupRules;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.Ruleset;

/** Finds conditions that hold for no object, or whatever value there is. */
final class IdleConditions {
    private final List<Lint> found = new ArrayList<>();

    private IdleConditions() {}

    static List<Lint> in(Ruleset ruleset) {
        IdleConditions conditions = new IdleConditions();
        ruleset.metaverse().values().forEach(conditions::check);
        ruleset.connectors().values().stream()
                .flatMap(connector -> connector.objectTypes().stream())
                .forEach(conditions::check);
        ruleset.joinRules().forEach(conditions::check);
        ruleset.attributeFlows().forEach(conditions::check);
        ruleset.derivations().forEach(
                rule -> conditions.check("the flow '" + rule.name() + "'", rule.when(), rule.location()));
        ruleset.provisioningRules().forEach(conditions::check);
        ruleset.groupRules().forEach(conditions::check);
        return conditions.found;
    }

    private void check(MetaverseType type) {
        if (type.ends() instanceof EndPolicy.When when) {
            check("<ends> of '" + type.type().name() + "'", when.condition(), type.location());
        }
    }

    private void check(ConnectedObjectType type) {
        String of = " of '" + type.type().name() + "'";
        check("<read>" + of, type.read(), type.location());
        check("<filter>" + of, type.filter(), type.location());
        check("<disabled>" + of, type.disabled(), type.location());
    }

    private void check(JoinRules rules) {
        checkScope(rules.scope(), rules.location());
        rules.criteria().forEach(
                join -> check("the join '" + join.name() + "'", rules.scope(), join.when(), join.location()));
        rules.projections().forEach(projection -> check(
                "the projection '" + projection.name() + "'", rules.scope(), projection.when(), projection.location()));
    }

    private void check(AttributeFlows flows) {
        checkScope(flows.scope(), flows.location());
        flows.imports().forEach(
                flow -> check("the flow '" + flow.name() + "'", flows.scope(), flow.when(), flow.location()));
        flows.exports().forEach(flow -> {
            check("the flow '" + flow.name() + "'", flow.when(), flow.location());
            if (flow.value() instanceof FlagBits bits) {
                bits.flags().forEach(flag -> check(
                        "bit " + flag.bit() + " of the flow '" + flow.name() + "'", flow.when(), flag.when(),
                        flow.location()));
            }
        });
    }

    private void check(ProvisioningRules rules) {
        checkScope(rules.scope(), rules.location());
        for (ProvisioningRules.Provision rule : rules.provisions()) {
            check("the rule '" + rule.name() + "'", rules.scope(), rule.when(), rule.location());
            rule.initials().forEach(initial -> check(
                    "the initial value of '" + initial.to() + "'", initial.when(), initial.location()));
        }
        for (ProvisioningRules.Rename rule : rules.renames()) {
            check("the rule '" + rule.name() + "'", rule.when(), rule.location());
            rule.sets().forEach(this::check);
        }
        rules.reprovisions().forEach(
                rule -> check("the rule '" + rule.name() + "'", rules.scope(), rule.when(), rule.location()));
        for (ProvisioningRules.Deprovision rule : rules.deprovisions()) {
            check("the rule '" + rule.name() + "'", rules.scope(), rule.when(), rule.location());
            check(rule.outcome());
        }
        check(rules.whenIdentityEnds());
    }

    private void check(ProvisioningRules.Outcome outcome) {
        outcome.enable().sets().forEach(this::check);
        outcome.stages().stream()
                .map(ProvisioningRules.Stage::action)
                .filter(ProvisioningRules.Disable.class::isInstance)
                .flatMap(action -> ((ProvisioningRules.Disable) action).sets().stream())
                .forEach(this::check);
    }

    private void check(ProvisioningRules.Set set) {
        check("the value set for '" + set.to() + "'", set.when(), set.location());
    }

    private void check(GroupRules groups) {
        groups.rules().forEach(rule -> check("the group '" + rule.name() + "'", rule.when(), rule.location()));
    }

    private void checkScope(Expression scope, RuleLocation location) {
        check("the <scope>", scope, location);
    }

    private void check(String what, Expression scope, Expression condition, RuleLocation location) {
        boolean isSound = check(what, condition, location);
        if (isSound && scope != null && condition != null && Conditions.canHold(List.of(scope))
                && !Conditions.canHold(List.of(scope, condition))) {
            report(location, "The condition of " + what + " contradicts the one around it, " + Excerpt.of(scope)
                    + ", so that it never holds: " + Excerpt.of(condition));
        }
    }

    /** Whether it may hold, in every part. */
    private boolean check(String what, Expression condition, RuleLocation location) {
        if (condition == null) {
            return true;
        }
        if (!Conditions.canHold(List.of(condition))) {
            report(location, "The condition of " + what + " never holds: " + Excerpt.of(condition));
            return false;
        }
        Optional<Expression> impossible = Conditions.impossiblePart(condition);
        impossible.ifPresent(part -> report(
                location, "A part of the condition of " + what + " never holds: " + Excerpt.of(part)));
        Conditions.idleChoice(condition).ifPresent(choice -> found.add(new Lint(
                LintCode.CONDITION_HOLDS_FOR_EVERY_VALUE, location,
                "Every value meets one of these alternatives of " + what + ": " + Excerpt.of(choice),
                "write And if all were meant, or ask with IsPresent for any value")));
        return impossible.isEmpty();
    }

    private void report(RuleLocation location, String message) {
        found.add(new Lint(
                LintCode.CONDITION_NEVER_HOLDS, location, message,
                "correct it; to switch a rule off, write enabled=\"false\""));
    }
}
