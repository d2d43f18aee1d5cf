package org.syncline.dsl.extension.drools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.syncline.dsl.extension.Mistake;

/**
 * Sees to it that every rule is about one fact alone, and that a file holds nothing but rules: what is answered of an object must not
 * depend on who else is on its page.
 */
final class ShapeCheck {
    private static final Set<String> ATTRIBUTES = Set.of("salience", "no-loop", "enabled", "dialect");

    private final DrlText text;
    private final PackageDescr rules;
    private final Set<String> allowed;
    private final List<Mistake> mistakes = new ArrayList<>();

    ShapeCheck(DrlText text, PackageDescr rules, Set<String> allowed) {
        this.text = text;
        this.rules = rules;
        this.allowed = allowed;
    }

    List<Mistake> mistakes() {
        refuse(rules.getFunctions(), "A function", "write what it does into the rule");
        refuse(rules.getFunctionImports(), "An import of functions", "write what they do into the rule");
        refuse(rules.getAccumulateImports(), "An import of functions", "write what they do into the rule");
        refuse(rules.getTypeDeclarations(), "A declared type", "answer through the fact");
        refuse(rules.getEnumDeclarations(), "A declared type", "answer through the fact");
        refuse(rules.getGlobals(), "A global", "rules share nothing");
        refuse(rules.getEntryPointDeclarations(), "An entry point", "leave it out");
        refuse(rules.getWindowDeclarations(), "A window", "leave it out");
        rules.getAttributes().forEach(this::checkAttribute);
        rules.getImports().forEach(this::checkImport);
        Set<String> names = new HashSet<>();
        for (RuleDescr rule : rules.getRules()) {
            if (!names.add(rule.getName())) {
                refuse(rule, "There are two rules '" + rule.getName() + "'", "give one of them another name");
            }
            checkRule(rule);
        }
        return mistakes;
    }

    private void refuse(Collection<? extends BaseDescr> found, String what, String suggestion) {
        found.forEach(one -> refuse(one, what + " is not taken in rule files", suggestion));
    }

    private void checkImport(ImportDescr imported) {
        if (!allowed.contains(imported.getTarget())) {
            refuse(imported, "Rules may not use '" + imported.getTarget() + "'",
                    "syncline.xml can allow a class by its name; what rules commonly need is there without import");
        }
    }

    private void checkRule(RuleDescr rule) {
        if (rule instanceof QueryDescr) {
            refuse(rule, "A query is not taken in rule files", "write a rule");
            return;
        }
        if (rule.getParentName() != null) {
            refuse(rule, "'extends' is not taken in rules", "repeat the condition");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            refuse(rule, "A rule has one consequence", "make each of them a rule");
        }
        rule.getAttributes().values().forEach(this::checkAttribute);
        List<PatternDescr> facts = new ArrayList<>();
        int before = mistakes.size();
        rule.getLhs().getDescrs().forEach(part -> checkPart((BaseDescr) part, facts));
        if (facts.size() != 1 && mistakes.size() == before) {
            refuse(rule, facts.isEmpty() ? "The rule is about nothing" : "A rule is about one thing alone",
                    "its condition needs one of "
                            + String.join(", ", RuleLanguage.factNames().stream().sorted().toList())
                            + "; everything else comes from it");
        }
    }

    private void checkAttribute(AttributeDescr attribute) {
        if (!ATTRIBUTES.contains(attribute.getName())) {
            refuse(attribute, "'" + attribute.getName() + "' is not taken in rules",
                    "each object is looked at alone, and all rules whose condition holds fire");
        } else if (attribute.getName().equals("dialect") && !attribute.getValue().equals("java")) {
            refuse(attribute, "Consequences are written in Java", "leave 'dialect' out");
        } else if (attribute.getName().equals("salience") && !attribute.getValue().matches("-?\\d+")) {
            refuse(attribute, "A salience is a number", "precedence is what ranks contributions");
        }
    }

    /** @param facts takes the patterns that say what the rule is about */
    private void checkPart(BaseDescr part, List<PatternDescr> facts) {
        switch (part) {
            case PatternDescr pattern when pattern.getSource() == null -> checkFact(pattern, facts);
            case PatternDescr pattern -> checkSource(pattern);
            case AndDescr and -> and.getDescrs().forEach(one -> checkPart(one, facts));
            case NotDescr not -> not.getDescrs().forEach(one -> checkDerived((BaseDescr) one));
            case ExistsDescr exists -> exists.getDescrs().forEach(one -> checkDerived((BaseDescr) one));
            default -> refuse(part, "This kind of condition is not taken in rules",
                    "write it between the brackets of the fact, or make several rules");
        }
    }

    private void checkFact(PatternDescr pattern, List<PatternDescr> facts) {
        facts.add(pattern);
        boolean isClass = RuleLanguage.classNames().contains(pattern.getObjectType());
        if (isClass && !RuleLanguage.factNames().contains(pattern.getObjectType())) {
            refuse(pattern, "No rule can be about '" + pattern.getObjectType() + "'",
                    "take it from the fact: ... from $flow.source[\"name\"]");
        }
    }

    private void checkSource(PatternDescr pattern) {
        switch (pattern.getSource()) {
            case FromDescr from -> {
                // what is taken out of the fact belongs to it
            }
            case CollectDescr collect -> checkDerived(collect.getInputPattern());
            case AccumulateDescr accumulate -> checkDerived(accumulate.getInput());
            default -> refuse(pattern, "This kind of condition is not taken in rules", "take values 'from' the fact");
        }
    }

    /** What stands below 'not' and the like has to come from the fact. */
    private void checkDerived(BaseDescr part) {
        switch (part) {
            case PatternDescr pattern when pattern.getSource() == null -> refuse(pattern,
                    "Other objects cannot be looked at here",
                    "take values of the object: ... from $flow.source[\"name\"]");
            case PatternDescr pattern -> checkSource(pattern);
            case AndDescr and -> and.getDescrs().forEach(this::checkDerived);
            default -> refuse(part, "This kind of condition is not taken in rules", "take values 'from' the fact");
        }
    }

    private void refuse(BaseDescr part, String message, String suggestion) {
        int offset = part.getStartCharacter() >= 0
                ? part.getStartCharacter()
                : text.startOf(part.getLine()) + Math.max(0, part.getColumn());
        mistakes.add(new Mistake(text.location(offset), message, suggestion));
    }
}
