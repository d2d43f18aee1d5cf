package org.syncline.platform.engine.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Derivation;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.GroupRules;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.ruleset.NestedExpressions;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.whatif.RuleUnit.Kind;

/** Takes a ruleset apart into its rules. */
final class RuleUnits {
    private final Ruleset ruleset;
    private final List<RuleUnit> units = new ArrayList<>();

    private RuleUnits(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    static List<RuleUnit> of(Ruleset ruleset) {
        RuleUnits units = new RuleUnits(ruleset);
        ruleset.connectors().values().forEach(units::add);
        ruleset.metaverse().values().forEach(units::add);
        ruleset.joinRules().forEach(units::add);
        ruleset.attributeFlows().forEach(units::add);
        ruleset.derivations().forEach(units::add);
        ruleset.provisioningRules().forEach(units::add);
        ruleset.groupRules().forEach(units::add);
        ruleset.extension().rules().forEach(units::add);
        return units.units;
    }

    /** @param rule whose expressions and words are those of the unit */
    private void add(Place place, Kind kind, String name, String to, Object rule, RuleLocation location) {
        units.add(new RuleUnit(
                kind, place.connector, place.objectType, place.metaverseType, name,
                to == null ? Set.of() : Set.of(to), RuleUnit.reads(rule), RuleUnit.text(rule) + tables(rule),
                location));
    }

    /** What a program says is not known but by its file, and what it reads not at all. */
    private void add(ExtensionRule rule) {
        Kind kind = switch (rule.hook()) {
            case IMPORT_FLOW, RESOLVE -> Kind.IMPORT_FLOW;
            case EXPORT_FLOW -> Kind.EXPORT_FLOW;
            case FILTER -> Kind.FILTER;
            case JOIN_KEY, RESOLVE_JOIN -> Kind.JOIN;
            case PROJECT -> Kind.PROJECTION;
            case PROVISIONING -> Kind.PROVISION;
            case IDENTITY_ENDS -> Kind.END;
            case STEP -> Kind.PROGRAM;
        };
        units.add(new RuleUnit(
                kind, rule.connector(), rule.objectType(), rule.metaverseType(), rule.name(), rule.attributes(),
                Set.of(), ruleset.files().getOrDefault(rule.location().file(), ""), rule.location()));
    }

    private record Place(String connector, String objectType, String metaverseType) {}

    /** A rule that looks something up says what stands in the table. */
    private String tables(Object rule) {
        return NestedExpressions.in(rule).stream()
                .flatMap(expression -> expression.looksUp().stream())
                .sorted()
                .map(table -> ruleset.files().getOrDefault("lookup/" + table + ".csv", ""))
                .toList()
                .toString();
    }

    private void add(ConnectorDefinition connector) {
        Place place = new Place(connector.name(), null, null);
        add(place, Kind.CONNECTOR, connector.name(), null,
                List.of(connector.type(), connector.readOnly(), connector.settings(), connector.partitions()),
                connector.location());
        for (ConnectedObjectType type : connector.objectTypes()) {
            Place objects = new Place(connector.name(), type.type().name(), null);
            List<Object> words = new ArrayList<>(List.of(type.anchor(), type.secondaryKey(), type.attributes(),
                    type.type().attributes(), type.collectsRows(), type.allow()));
            words.add(type.read());
            add(objects, Kind.OBJECT_TYPE, type.type().name(), null, words, type.location());
            if (type.filter() != null) {
                add(objects, Kind.FILTER, "filter of " + type.type().name(), null, type.filter(), type.location());
            }
        }
    }

    private void add(MetaverseType type) {
        Place place = new Place(null, null, type.type().name());
        add(place, Kind.IDENTITY_TYPE, type.type().name(), null, type.type().attributes(), type.location());
        add(place, Kind.END, "end of " + type.type().name(), null, type.ends(), type.location());
    }

    private void add(JoinRules rules) {
        Place place = new Place(rules.connector(), rules.objectType(), rules.metaverseType());
        scope(place, rules.scope(), rules.location());
        rules.criteria().forEach(rule -> add(place, Kind.JOIN, rule.name(), null, rule, rule.location()));
        rules.projections().forEach(rule -> add(place, Kind.PROJECTION, rule.name(), null, rule, rule.location()));
    }

    private void scope(Place place, Object scope, RuleLocation location) {
        if (scope != null) {
            add(place, Kind.SCOPE, "scope of " + location.file(), null, scope, location);
        }
    }

    private void add(AttributeFlows flows) {
        Place place = new Place(flows.connector(), flows.objectType(), flows.metaverseType());
        scope(place, flows.scope(), flows.location());
        flows.imports().forEach(flow -> add(place, Kind.IMPORT_FLOW, flow.name(), flow.to(), flow, flow.location()));
        flows.exports().forEach(flow -> add(place, Kind.EXPORT_FLOW, flow.name(), flow.to(), flow, flow.location()));
    }

    private void add(Derivation rule) {
        add(new Place(null, null, rule.metaverseType()), Kind.DERIVATION, rule.name(), rule.to(), rule,
                rule.location());
    }

    private void add(ProvisioningRules rules) {
        Place place = new Place(rules.connector(), rules.objectType(), rules.metaverseType());
        scope(place, rules.scope(), rules.location());
        rules.provisions().forEach(rule -> add(place, Kind.PROVISION, rule.name(), null, rule, rule.location()));
        rules.renames().forEach(rule -> add(place, Kind.RENAME, rule.name(), null, rule, rule.location()));
        rules.reprovisions().forEach(rule -> add(place, Kind.REPROVISION, rule.name(), null, rule, rule.location()));
        rules.deprovisions().forEach(rule -> add(place, Kind.DEPROVISION, rule.name(), null, rule, rule.location()));
        add(place, Kind.OUTCOME, rules.connector() + " " + rules.objectType(), null, rules.whenIdentityEnds(),
                rules.location());
    }

    private void add(GroupRules rules) {
        Place place = new Place(null, null, rules.metaverseType());
        for (GroupRules.Rule rule : rules.rules()) {
            add(place, Kind.GROUP, rule.name(), rules.membersTo(),
                    List.of(Set.of(rules.nameTo(), rules.membersTo()), rule), rule.location());
        }
    }
}
