package org.syncline.dsl.lint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.syncline.dsl.condition.Conditions;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.Compare;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.dsl.ruleset.Derivation;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;

/** Finds flows to an attribute that bring a value only when a stronger one of the same object does. */
final class LosingContributions {

    /**
     * One of several flows to an attribute.
     *
     * @param conditions all of which hold when it flows; null for always
     * @param decides whether nothing that comes after it counts once it has a value
     * @param losesToItsLike whether a stronger flow of the same value leaves nothing for it
     */
    private record Flow(String name, Expression value, List<Expression> conditions, RuleLocation location,
            boolean decides, boolean losesToItsLike) {

        boolean beats(Flow weaker) {
            return decides
                    && (alwaysBrings(value)
                            || weaker.losesToItsLike && SameText.of(value).equals(SameText.of(weaker.value)))
                    && conditions.stream().allMatch(condition -> Conditions.follows(condition, weaker.conditions));
        }
    }

    private final Ruleset ruleset;
    private final List<Lint> found = new ArrayList<>();

    private LosingContributions(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    static List<Lint> in(Ruleset ruleset) {
        LosingContributions contributions = new LosingContributions(ruleset);
        ruleset.attributeFlows().stream()
                .collect(Collectors.groupingBy(
                        flows -> List.of(flows.connector(), flows.objectType(), flows.metaverseType())))
                .values()
                .forEach(contributions::checkFlows);
        ruleset.derivations().stream()
                .collect(Collectors.groupingBy(rule -> List.of(rule.metaverseType(), rule.to())))
                .values()
                .forEach(contributions::checkDerived);
        return contributions.found;
    }

    /** The files of flows between the same two types. */
    private void checkFlows(List<AttributeFlows> files) {
        AttributeFlows first = files.getFirst();
        ObjectType identity = ruleset.metaverse().get(first.metaverseType()).type();
        ObjectType account = ruleset.connectors().get(first.connector()).objectType(first.objectType()).orElseThrow()
                .type();
        files.stream().flatMap(file -> file.imports().stream()).map(AttributeFlows.ImportFlow::to).distinct()
                .filter(attribute -> isElected(identity, attribute))
                .forEach(attribute -> check(imports(files, attribute)));
        files.stream().flatMap(file -> file.exports().stream()).map(AttributeFlows.ExportFlow::to).distinct()
                .filter(attribute -> isPlain(account, attribute))
                .forEach(attribute -> check(exports(files, attribute)));
    }

    private void checkDerived(List<Derivation> rules) {
        if (isPlain(ruleset.metaverse().get(rules.getFirst().metaverseType()).type(), rules.getFirst().to())) {
            check(rules.stream()
                    .map(rule -> new Flow(rule.name(), rule.value(), Arrays.asList(rule.when()), rule.location(), true,
                            true))
                    .toList());
        }
    }

    private boolean isElected(ObjectType identity, String attribute) {
        return isPlain(identity, attribute) && !isResolved(identity, attribute) && ruleset.attributeFlows().stream()
                .filter(flows -> flows.metaverseType().equals(identity.name()))
                .flatMap(flows -> flows.imports().stream())
                .noneMatch(flow -> flow.to().equals(attribute)
                        && (flow.merge() == Merge.MERGE || flow.merge() == Merge.MERGE_CASE_INSENSITIVE));
    }

    /** Whether a program may say which contribution wins. */
    private boolean isResolved(ObjectType identity, String attribute) {
        return ruleset.extension().rules(Hook.RESOLVE)
                .anyMatch(rule -> rule.isAbout(Hook.RESOLVE, null, null, identity.name()) && rule.mayFill(attribute));
    }

    /** A reference may lead nowhere, so that what is written brings no value. */
    private static boolean isPlain(ObjectType type, String attribute) {
        AttributeDefinition definition = type.attribute(type.index(attribute));
        return definition.type() != AttributeType.REFERENCE;
    }

    private static List<Flow> imports(List<AttributeFlows> files, String attribute) {
        record Ranked(int precedence, Flow flow) {}
        return files.stream()
                .flatMap(file -> file.imports().stream()
                        .filter(flow -> flow.to().equals(attribute))
                        .map(flow -> new Ranked(flow.precedence(), new Flow(
                                flow.name(), flow.value(), Arrays.asList(file.scope(), flow.when()), flow.location(),
                                true, true))))
                .sorted(Comparator.comparingInt(Ranked::precedence))
                .map(Ranked::flow)
                .toList();
    }

    private static List<Flow> exports(List<AttributeFlows> files, String attribute) {
        return files.stream()
                .flatMap(file -> file.exports().stream()
                        .filter(flow -> flow.to().equals(attribute) && flow.compare() != Compare.MASK)
                        .map(flow -> new Flow(
                                flow.name(), flow.value(), Arrays.asList(flow.when()), flow.location(),
                                file.scope() == null && !flow.initialOnly() && flow.compare() != Compare.NEVER, false)))
                .toList();
    }

    private void check(List<Flow> flows) {
        for (int index = 1; index < flows.size(); index++) {
            Flow weaker = flows.get(index);
            flows.subList(0, index).stream()
                    .filter(stronger -> stronger.beats(weaker))
                    .findFirst()
                    .ifPresent(stronger -> report(weaker, stronger));
        }
    }

    private void report(Flow weaker, Flow stronger) {
        if (Conditions.canHold(weaker.conditions)) {
            found.add(new Lint(
                    LintCode.CONTRIBUTION_NEVER_WINS, weaker.location,
                    "Whenever this flow has a value, '" + stronger.name + "' of " + stronger.location + " wins",
                    "give this one the better rank, narrow the condition of the other, or leave this one out"));
        }
    }

    /** Whether an expression brings something for every object, be it the wish to clear or to leave an attribute. */
    private static boolean alwaysBrings(Expression value) {
        if (value == null || !value.reads().isEmpty() || !value.readsAttributesOnly()) {
            return false;
        }
        try {
            return value.evaluate(Evaluation.at(Instant.EPOCH)) != Absence.NULL;
        } catch (EvaluationException failure) {
            return false;
        }
    }
}
