package org.syncline.dsl.extension.groovy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.EndPolicy;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.dsl.ruleset.JoinRules.Match;
import org.syncline.dsl.ruleset.JoinRules.OnAmbiguous;
import org.syncline.dsl.ruleset.JoinRules.Projection;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.ruleset.Ruleset;

/** Conditions and keys that scripts compute: they become part of the rules that otherwise stand in files. */
record ValueHooks(List<ScriptRule> rules) {
    ValueHooks {
        rules = rules.stream().filter(rule -> switch (rule.kind()) {
            case FILTER, JOIN_KEYS, PROJECT, IDENTITY_ENDS -> true;
            case RESOLVE_JOIN, IMPORT_FLOW, EXPORT_FLOW, PROVISION, DEPROVISION, RESOLVE, BEFORE_STEP, AFTER_STEP ->
                    false;
        }).toList();
    }

    Ruleset among(Ruleset ruleset) {
        return rules.isEmpty() ? ruleset : ruleset.with(metaverse(ruleset), connectors(ruleset), joinRules(ruleset));
    }

    private Stream<ScriptRule> of(HookKind kind) {
        return rules.stream().filter(rule -> rule.kind() == kind);
    }

    private Map<String, MetaverseType> metaverse(Ruleset ruleset) {
        Map<String, MetaverseType> types = new LinkedHashMap<>(ruleset.metaverse());
        of(HookKind.IDENTITY_ENDS).forEach(rule -> types.computeIfPresent(
                rule.arguments().get("metaverseType"), (name, type) -> new MetaverseType(
                        type.type(),
                        new EndPolicy.When(new ScriptExpression(rule),
                                Duration.parse(rule.arguments().getOrDefault("grace", "PT0S"))),
                        rule.location())));
        return types;
    }

    private Map<String, ConnectorDefinition> connectors(Ruleset ruleset) {
        Map<String, ConnectorDefinition> connectors = new LinkedHashMap<>(ruleset.connectors());
        of(HookKind.FILTER).forEach(rule -> connectors.computeIfPresent(rule.arguments().get("connector"),
                (name, connector) -> connector.withObjectTypes(connector.objectTypes().stream()
                        .map(type -> type.type().name().equals(rule.arguments().get("objectType"))
                                ? filtered(type, rule)
                                : type)
                        .toList())));
        return connectors;
    }

    private static ConnectedObjectType filtered(ConnectedObjectType type, ScriptRule rule) {
        Expression own = new ScriptExpression(rule);
        return type.filteredBy(type.filter() == null ? own : new EitherHolds(type.filter(), own));
    }

    private List<JoinRules> joinRules(Ruleset ruleset) {
        List<JoinRules> joins = new ArrayList<>(ruleset.joinRules());
        of(HookKind.JOIN_KEYS).forEach(rule -> joins.add(joinRules(rule, List.of(criterion(rule)), List.of())));
        of(HookKind.PROJECT).forEach(rule -> joins.add(joinRules(rule, List.of(),
                List.of(new Projection(rule.name(), new ScriptExpression(rule), rule.location())))));
        joins.sort(Comparator.comparing(rules -> rules.location().file()));
        return joins;
    }

    private static JoinRules joinRules(ScriptRule rule, List<Criterion> criteria, List<Projection> projections) {
        Map<String, String> arguments = rule.arguments();
        return new JoinRules(arguments.get("connector"), arguments.get("objectType"), arguments.get("metaverseType"),
                null, criteria, projections, rule.location());
    }

    private static Criterion criterion(ScriptRule rule) {
        Map<String, String> arguments = rule.arguments();
        Match match = new Match(null, new ScriptExpression(rule), arguments.get("with"),
                Boolean.parseBoolean(arguments.get("ignoreCase")));
        return new Criterion(rule.name(), List.of(match), null,
                OnAmbiguous.valueOf(arguments.getOrDefault("onAmbiguous", "hold").toUpperCase(Locale.ROOT)), false,
                rule.location());
    }
}
