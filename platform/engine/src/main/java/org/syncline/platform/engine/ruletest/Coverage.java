package org.syncline.platform.engine.ruletest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.EndPolicy;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.GroupRules;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Action;
import org.syncline.dsl.ruleset.ProvisioningRules.Delete;
import org.syncline.dsl.ruleset.ProvisioningRules.Disable;
import org.syncline.dsl.ruleset.ProvisioningRules.Disconnect;
import org.syncline.dsl.ruleset.ProvisioningRules.Outcome;
import org.syncline.dsl.ruleset.ProvisioningRules.Stage;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.Ruleset;

/**
 * Which rules the tests exercised: a flow if a value of it stood, any other rule if something was decided by it.
 *
 * <p>An outcome counts by its parts: each stage, what undoes it, and each value it sets under a condition of its own.
 *
 * @param rules all of the folder, in the order of their kinds and files
 */
public record Coverage(List<CoveredRule> rules) {
    public Coverage {
        rules = List.copyOf(rules);
    }

    /** @param kind such as {@code import flow} */
    public record CoveredRule(String kind, String name, RuleLocation location, boolean isExercised) {}

    static Coverage of(Ruleset ruleset, Set<RuleLocation> exercised) {
        Collector collector = new Collector(exercised);
        collector.collect(ruleset);
        return new Coverage(collector.rules);
    }

    public List<CoveredRule> notExercised() {
        return rules.stream().filter(rule -> !rule.isExercised()).toList();
    }

    private record Collector(Set<RuleLocation> exercised, List<CoveredRule> rules) {
        Collector(Set<RuleLocation> exercised) {
            this(exercised, new ArrayList<>());
        }

        void collect(Ruleset ruleset) {
            ruleset.connectors().values().forEach(this::addFilters);
            ruleset.joinRules().forEach(this::add);
            ruleset.attributeFlows().forEach(this::add);
            ruleset.derivations().forEach(rule -> add("derived value", rule.name(), rule.location()));
            ruleset.groupRules().stream()
                    .map(GroupRules::rules)
                    .flatMap(List::stream)
                    .forEach(rule -> add("group", rule.name(), rule.location()));
            ruleset.provisioningRules().forEach(this::add);
            ruleset.extension().rules().forEach(this::add);
            ruleset.metaverse().values().stream()
                    .filter(type -> !(type.ends() instanceof EndPolicy.Never))
                    .forEach(this::addEnd);
        }

        private void addFilters(ConnectorDefinition connector) {
            connector.objectTypes().stream()
                    .filter(type -> type.filter() != null)
                    .forEach(type -> add("filter", type.type().name(), type.location()));
        }

        /** Conditions and keys that programs compute stand among the rules of the files. */
        private void add(ExtensionRule rule) {
            switch (rule.hook()) {
                case IMPORT_FLOW -> add("import flow", rule.name(), rule.location());
                case EXPORT_FLOW -> add("export flow", rule.name(), rule.location());
                case PROVISIONING -> add("provisioning", rule.name(), rule.location());
                case RESOLVE_JOIN -> add("join", rule.name(), rule.location());
                case RESOLVE -> add("election", rule.name(), rule.location());
                case FILTER, JOIN_KEY, PROJECT, IDENTITY_ENDS, STEP -> {
                    // they stand there already, or decide of no object
                }
            }
        }

        private void add(JoinRules file) {
            file.criteria().forEach(rule -> add("join", rule.name(), rule.location()));
            file.projections().forEach(rule -> add("projection", rule.name(), rule.location()));
        }

        private void add(AttributeFlows file) {
            file.imports().forEach(flow -> add("import flow", flow.name(), flow.location()));
            file.exports().forEach(flow -> add("export flow", flow.name(), flow.location()));
        }

        private void add(ProvisioningRules file) {
            file.provisions().forEach(rule -> add("provision", rule.name(), rule.location()));
            file.renames().forEach(rule -> {
                add("rename", rule.name(), rule.location());
                addConditional(rule.name(), rule.sets());
            });
            file.reprovisions().forEach(rule -> add("reprovision", rule.name(), rule.location()));
            file.deprovisions().forEach(rule -> add(rule.name(), rule.outcome()));
            add("when-identity-ends", file.whenIdentityEnds());
        }

        private void add(String rule, Outcome outcome) {
            for (Stage stage : outcome.stages()) {
                if (stage.location() != null) {
                    add(kind(stage.action()), rule, stage.location());
                }
                if (stage.action() instanceof Disable disable) {
                    addConditional(rule, disable.sets());
                }
            }
            if (outcome.enable().location() != null) {
                add("enable", rule, outcome.enable().location());
            }
            addConditional(rule, outcome.enable().sets());
        }

        private static String kind(Action action) {
            return switch (action) {
                case Disable disable -> "disable";
                case Delete delete -> "delete";
                case Disconnect disconnect -> "disconnect";
            };
        }

        private void addConditional(String rule, List<ProvisioningRules.Set> sets) {
            sets.stream()
                    .filter(set -> set.when() != null)
                    .forEach(set -> add("set", rule + ": " + set.to(), set.location()));
        }

        private void addEnd(MetaverseType type) {
            add("end of identity", type.type().name(), type.location());
        }

        private void add(String kind, String name, RuleLocation location) {
            rules.add(new CoveredRule(kind, name, location, exercised.contains(location)));
        }
    }
}
