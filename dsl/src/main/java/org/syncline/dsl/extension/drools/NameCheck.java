package org.syncline.dsl.extension.drools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.syncline.dsl.expression.NearestName;
import org.syncline.dsl.extension.Mistake;
import org.syncline.dsl.extension.ProgramNames;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ObjectType;

/** Compares the names that rules give as constants with those there are. */
final class NameCheck {
    private final Map<String, ConnectorDefinition> connectors;
    private final Map<String, MetaverseType> metaverse;
    private final List<Mistake> mistakes = new ArrayList<>();

    NameCheck(ProgramNames names) {
        this.connectors = names.connectors();
        this.metaverse = names.metaverse();
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    void check(DrlText text, RuleText rule) {
        ExtensionRule declared = rule.declared();
        if (isKnown(text, rule, declared.connector(), "connector", connectors.keySet())
                && isKnown(text, rule, declared.objectType(), "object type", objectTypes(declared.connector()))
                && isKnown(text, rule, declared.metaverseType(), "metaverse type", metaverse.keySet())) {
            checkWritten(text, rule, declared);
            Stream.concat(rule.filled().stream(), rule.read().stream())
                    .forEach(named -> checkAttribute(text, named, types(named.of(), declared)));
        }
    }

    private void checkWritten(DrlText text, RuleText rule, ExtensionRule declared) {
        boolean writes = declared.hook() == Hook.PROVISIONING || declared.hook() == Hook.EXPORT_FLOW;
        if (writes && declared.connector() != null && connectors.get(declared.connector()).readOnly()) {
            mistakes.add(new Mistake(text.location(rule.place(declared.connector())),
                    "Nothing is ever written to the connector '" + declared.connector() + "'",
                    "name another, or take mode=\"read-only\" from it"));
        }
    }

    private boolean isKnown(DrlText text, RuleText rule, String name, String kind, Collection<String> known) {
        if (name == null || known.contains(name)) {
            return true;
        }
        mistakes.add(new Mistake(
                text.location(rule.place(name)), "There is no " + kind + " '" + name + "'", suggestion(name, known)));
        return false;
    }

    private void checkAttribute(DrlText text, RuleText.Named named, List<ObjectType> types) {
        if (types.stream().noneMatch(type -> type.has(named.name()))) {
            List<String> known = types.stream()
                    .flatMap(type -> type.attributes().stream())
                    .map(AttributeDefinition::name)
                    .distinct()
                    .toList();
            mistakes.add(new Mistake(text.location(named.offset()),
                    names(types).size() == 1
                            ? "The object type '" + types.getFirst().name() + "' has no attribute '" + named.name()
                                    + "'"
                            : "No object type that this rule is about has an attribute '" + named.name() + "'",
                    suggestion(named.name(), known)));
        }
    }

    /** The types that a word of a rule may speak of. */
    private List<ObjectType> types(String word, ExtensionRule rule) {
        return switch (word) {
            case "identity" -> identities(rule);
            case "source", "target", "account" -> connected(rule);
            default -> rule.hook() == Hook.IMPORT_FLOW ? identities(rule) : connected(rule);
        };
    }

    private List<ObjectType> identities(ExtensionRule rule) {
        return metaverse.values().stream()
                .map(MetaverseType::type)
                .filter(type -> rule.metaverseType() == null || type.name().equals(rule.metaverseType()))
                .toList();
    }

    private List<ObjectType> connected(ExtensionRule rule) {
        return connectors.values().stream()
                .filter(connector -> rule.connector() == null || connector.name().equals(rule.connector()))
                .flatMap(connector -> connector.objectTypes().stream())
                .map(ConnectedObjectType::type)
                .filter(type -> rule.objectType() == null || type.name().equals(rule.objectType()))
                .toList();
    }

    private List<String> objectTypes(String connector) {
        return connectors.values().stream()
                .filter(one -> connector == null || one.name().equals(connector))
                .flatMap(one -> one.objectTypes().stream())
                .map(type -> type.type().name())
                .distinct()
                .toList();
    }

    private static List<String> names(List<ObjectType> types) {
        return types.stream().map(ObjectType::name).distinct().toList();
    }

    private static String suggestion(String written, Collection<String> known) {
        String nearest = NearestName.to(written, known);
        return nearest == null ? null : "did you mean " + nearest + "?";
    }
}
