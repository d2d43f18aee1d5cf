package org.syncline.dsl.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.syncline.dsl.condition.Conditions;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.dsl.ruleset.JoinRules.Match;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.Ruleset;

/** Finds rules of which the first that holds applies, and another always holds before. */
final class ShadowedRules {

    /**
     * One of several rules.
     *
     * @param conditions all of which hold when it applies; null for always
     */
    private record Rule(String what, List<Expression> conditions, RuleLocation location) {

        /** Whether it holds whenever another does. */
        boolean covers(Rule other) {
            return conditions.stream().allMatch(condition -> Conditions.follows(condition, other.conditions));
        }
    }

    private final List<Lint> found = new ArrayList<>();

    private ShadowedRules() {}

    static List<Lint> in(Ruleset ruleset) {
        ShadowedRules shadowed = new ShadowedRules();
        ruleset.joinRules().stream()
                .collect(Collectors.groupingBy(rules -> List.of(rules.connector(), rules.objectType())))
                .values()
                .forEach(shadowed::checkJoins);
        ruleset.provisioningRules().forEach(shadowed::check);
        return shadowed.found;
    }

    private void checkJoins(List<JoinRules> files) {
        checkInOrder(files.stream()
                .flatMap(file -> file.projections().stream().map(projection -> rule(
                        "the projection '" + projection.name() + "'", projection.location(), file.scope(),
                        projection.when())))
                .toList());
        Map<String, List<Rule>> alike = new HashMap<>();
        for (JoinRules file : files) {
            for (Criterion join : file.criteria()) {
                alike.computeIfAbsent(matches(file, join), matches -> new ArrayList<>())
                        .add(rule("the join '" + join.name() + "', which matches the same,", join.location(),
                                file.scope(), join.when()));
            }
        }
        alike.values().forEach(this::checkInOrder);
    }

    private static String matches(JoinRules file, Criterion join) {
        return file.metaverseType() + " " + join.many() + " "
                + join.matches().stream().map(ShadowedRules::text).sorted().toList();
    }

    private static String text(Match match) {
        return match.with() + "=" + SameText.of(match.key()) + match.ignoreCase();
    }

    private void check(ProvisioningRules rules) {
        List<Rule> deprovisions = rules.deprovisions().stream()
                .map(rule -> rule("the rule '" + rule.name() + "'", rule.location(), rule.when()))
                .toList();
        List<Rule> provisions = rules.provisions().stream()
                .map(rule -> rule("the rule '" + rule.name() + "'", rule.location(), rules.scope(), rule.when()))
                .toList();
        checkInOrder(deprovisions);
        checkInOrder(provisions);
        for (Rule provision : provisions) {
            deprovisions.stream()
                    .filter(deprovision -> deprovision.covers(provision))
                    .findFirst()
                    .ifPresent(deprovision -> report(provision, deprovision, "which forbids to create"));
        }
    }

    private static Rule rule(String what, RuleLocation location, Expression... conditions) {
        return new Rule(what, Arrays.asList(conditions), location);
    }

    private void checkInOrder(List<Rule> rules) {
        for (int index = 1; index < rules.size(); index++) {
            Rule later = rules.get(index);
            rules.subList(0, index).stream()
                    .filter(earlier -> earlier.covers(later))
                    .findFirst()
                    .ifPresent(earlier -> report(later, earlier, "which comes first"));
        }
    }

    private void report(Rule later, Rule earlier, String reason) {
        if (Conditions.canHold(later.conditions)) {
            found.add(new Lint(
                    LintCode.RULE_UNREACHABLE, later.location,
                    "Whenever this rule holds, so does " + earlier.what + " of " + earlier.location + ", " + reason,
                    "narrow one of the two conditions, or leave this rule out"));
        }
    }
}
