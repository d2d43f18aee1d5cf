package org.syncline.dsl.lint;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.Derivation;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.GroupRules;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.ruleset.NestedExpressions;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.schema.identity.AttributeDefinition;

/** Who fills the attributes of identities, and who reads them. */
final class AttributeUse {
    private final Ruleset ruleset;
    private final Map<MetaverseAttribute, RuleLocation> filled = new LinkedHashMap<>();
    private final Map<MetaverseAttribute, RuleLocation> read = new LinkedHashMap<>();
    private final Set<String> followed = new LinkedHashSet<>();

    AttributeUse(Ruleset ruleset) {
        this.ruleset = ruleset;
        ruleset.joinRules().forEach(this::ofJoins);
        ruleset.attributeFlows().forEach(this::ofFlows);
        ruleset.derivations().forEach(this::ofDerivation);
        ruleset.provisioningRules().forEach(this::ofProvisioning);
        ruleset.groupRules().forEach(this::ofGroups);
        ruleset.metaverse().values().forEach(this::ofType);
    }

    /** Each attribute into which something flows, with where it does first. */
    Map<MetaverseAttribute, RuleLocation> filled() {
        return filled;
    }

    /** Each attribute that a rule reads by its name, with where it does first. */
    Map<MetaverseAttribute, RuleLocation> read() {
        return read;
    }

    /** Whether nobody reads an attribute: no rule, not through a reference either, and nobody who looks identities up. */
    boolean isUnread(MetaverseAttribute attribute) {
        if (sees(attribute.type())) {
            return false;
        }
        AttributeDefinition definition = definition(attribute);
        return !read.containsKey(attribute) && !followed.contains(attribute.name()) && !definition.indexed();
    }

    /** Whether a program sees identities of a type, and so may read any of their attributes. */
    private boolean sees(String type) {
        return ruleset.extension().rules().stream()
                .anyMatch(rule -> rule.metaverseType() == null || rule.metaverseType().equals(type));
    }

    /** Whether a program may fill an attribute. */
    boolean mayBeFilled(MetaverseAttribute attribute) {
        return ruleset.extension().rules(ExtensionRule.Hook.IMPORT_FLOW)
                .anyMatch(rule -> rule.isAbout(ExtensionRule.Hook.IMPORT_FLOW, null, null, attribute.type())
                        && rule.mayFill(attribute.name()));
    }

    private AttributeDefinition definition(MetaverseAttribute attribute) {
        var type = ruleset.metaverse().get(attribute.type()).type();
        return type.attribute(type.index(attribute.name()));
    }

    private void ofJoins(JoinRules rules) {
        rules.criteria().forEach(join -> join.matches().forEach(
                match -> addRead(rules.metaverseType(), match.with(), join.location())));
    }

    private void ofFlows(AttributeFlows flows) {
        flows.imports().forEach(flow -> addFilled(flows.metaverseType(), flow.to(), flow.location()));
        flows.exports().forEach(flow -> addRead(flows.metaverseType(), flow, flow.location()));
    }

    private void ofDerivation(Derivation rule) {
        addFilled(rule.metaverseType(), rule.to(), rule.location());
        addRead(rule.metaverseType(), rule, rule.location());
    }

    private void ofProvisioning(ProvisioningRules rules) {
        BiConsumer<Object, RuleLocation> read = (rule, location) -> addRead(rules.metaverseType(), rule, location);
        rules.provisions().forEach(rule -> read.accept(rule, rule.location()));
        rules.renames().forEach(rule -> read.accept(rule, rule.location()));
        rules.reprovisions().forEach(rule -> read.accept(rule, rule.location()));
        rules.deprovisions().forEach(rule -> read.accept(rule, rule.location()));
        read.accept(rules, rules.location());
    }

    private void ofGroups(GroupRules groups) {
        for (GroupRules.Rule rule : groups.rules()) {
            addFilled(groups.metaverseType(), groups.nameTo(), rule.location());
            addFilled(groups.metaverseType(), groups.membersTo(), rule.location());
            rule.sets().forEach(set -> addFilled(groups.metaverseType(), set.to(), rule.location()));
            addRead(rule.of(), rule.valueOf(), rule.location());
            addRead(rule.of(), rule, rule.location());
        }
        addRead(groups.metaverseType(), groups.nameTo(), groups.location());
    }

    private void ofType(MetaverseType type) {
        addRead(type.type().name(), type.ends(), type.location());
        if (ruleset.membership() != Expression.Membership.UNREAD) {
            ruleset.groupName(type.type()).ifPresent(name -> followed.add(name));
            type.type().attributes().stream()
                    .filter(AttributeDefinition::isSetOfReferences)
                    .forEach(attribute -> followed.add(attribute.name()));
        }
    }

    private void addFilled(String type, String attribute, RuleLocation location) {
        filled.putIfAbsent(new MetaverseAttribute(type, attribute), location);
    }

    private void addRead(String type, Object rules, RuleLocation location) {
        NestedExpressions.in(rules).stream()
                .flatMap(expression -> expression.reads().stream())
                .forEach(name -> addRead(type, name, location));
    }

    private void addRead(String type, String name, RuleLocation location) {
        if (name == null || name.startsWith("target.")) {
            return;
        }
        if (ruleset.metaverse().get(type).type().has(name)) {
            read.putIfAbsent(new MetaverseAttribute(type, name), location);
        } else {
            followed.addAll(Set.of(name.split("\\.")));
        }
    }
}
