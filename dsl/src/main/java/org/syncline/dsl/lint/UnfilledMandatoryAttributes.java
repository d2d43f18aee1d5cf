package org.syncline.dsl.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectedObjectType.ConnectedAttribute;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Provision;
import org.syncline.dsl.ruleset.Ruleset;

/** Finds rules that create accounts without what the system demands. */
final class UnfilledMandatoryAttributes {
    private final Ruleset ruleset;
    private final List<Lint> found = new ArrayList<>();

    private UnfilledMandatoryAttributes(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    static List<Lint> in(Ruleset ruleset) {
        UnfilledMandatoryAttributes attributes = new UnfilledMandatoryAttributes(ruleset);
        ruleset.provisioningRules().forEach(attributes::check);
        return attributes.found;
    }

    private void check(ProvisioningRules rules) {
        ConnectedObjectType type =
                ruleset.connectors().get(rules.connector()).objectType(rules.objectType()).orElseThrow();
        for (Provision rule : rules.provisions()) {
            type.attributes().stream()
                    .filter(ConnectedAttribute::required)
                    .map(ConnectedAttribute::name)
                    .filter(attribute -> !isFilled(attribute, rule, rules))
                    .forEach(attribute -> found.add(new Lint(
                            LintCode.MANDATORY_ATTRIBUTE_UNFILLED, rule.location(),
                            "Nothing fills '" + attribute + "', which '" + rules.connector() + "' demands of every "
                                    + type.type().name(),
                            "add an <export> flow to it, or an <initial to=\"" + attribute + "\"> to this rule")));
        }
    }

    private boolean isFilled(String attribute, Provision rule, ProvisioningRules rules) {
        return rule.initials().stream().anyMatch(initial -> initial.to().equals(attribute))
                || rule.uniques().stream().anyMatch(unique -> unique.to().equals(attribute))
                || isNamedBy(attribute, rule)
                || ruleset.attributeFlows(rules.connector(), rules.objectType(), rules.metaverseType())
                        .flatMap(flows -> flows.exports().stream())
                        .anyMatch(flow -> flow.to().equals(attribute))
                || ruleset.extension().rules()
                        .stream()
                        .filter(program -> program.isAbout(
                                Hook.EXPORT_FLOW, rules.connector(), rules.objectType(), rules.metaverseType()))
                        .anyMatch(program -> program.mayFill(attribute));
    }

    /** Whether the attribute stands in the name, from which the system takes it. */
    private static boolean isNamedBy(String attribute, Provision rule) {
        return rule.dn() != null
                && rule.dn().source().toLowerCase(Locale.ROOT).contains(attribute.toLowerCase(Locale.ROOT) + "=");
    }
}
