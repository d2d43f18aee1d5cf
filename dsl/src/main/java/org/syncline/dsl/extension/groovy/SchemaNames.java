package org.syncline.dsl.extension.groovy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.dsl.expression.NearestName;
import org.syncline.dsl.extension.ProgramNames;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ObjectType;

/** The connectors and types that scripts may name. */
record SchemaNames(ProgramNames names) {

    /**
     * What the arguments of a hook name.
     *
     * @param mistake what is wrong with them; null for nothing
     */
    record Found(ObjectType objectType, ObjectType identityType, String mistake, String suggestion) {

        private static Found wrong(String mistake, String suggestion) {
            return new Found(null, null, mistake, suggestion);
        }

        private static Found unknown(String what, String name, Collection<String> known) {
            String meant = NearestName.to(name, known);
            return wrong("Unknown " + what + " '" + name + "'",
                    meant == null ? "one of " + String.join(", ", known) : "did you mean " + meant + "?");
        }

        /** The arguments with the types that follow from what is there. */
        Map<String, String> complete(Map<String, String> arguments) {
            Map<String, String> complete = new LinkedHashMap<>(arguments);
            if (identityType != null) {
                complete.put("metaverseType", identityType.name());
            }
            return complete;
        }
    }

    Found find(HookKind kind, Map<String, String> arguments) {
        String connector = arguments.get("connector");
        Map<String, ConnectorDefinition> connectors = names.connectors();
        if (connector != null && !connectors.containsKey(connector)) {
            return Found.unknown("connector", connector, connectors.keySet());
        }
        if (kind == HookKind.BEFORE_STEP || kind == HookKind.AFTER_STEP) {
            return new Found(null, null, null, null);
        }
        ConnectedObjectType object = null;
        if (arguments.containsKey("objectType")) {
            ConnectorDefinition definition = connectors.get(connector);
            object = definition.objectType(arguments.get("objectType")).orElse(null);
            if (object == null) {
                return Found.unknown("object type", arguments.get("objectType"),
                        definition.objectTypes().stream().map(type -> type.type().name()).toList());
            }
        }
        return kind == HookKind.FILTER
                ? new Found(object.type(), null, null, null)
                : identity(arguments, object == null ? null : object.type());
    }

    private Found identity(Map<String, String> arguments, ObjectType object) {
        Map<String, MetaverseType> metaverse = names.metaverse();
        Set<String> possible = arguments.containsKey("metaverseType")
                ? Set.of(arguments.get("metaverseType"))
                : possible(arguments);
        if (possible.size() != 1) {
            return Found.wrong("It is not said which identities this is about", "add metaverseType: '...', one of "
                    + String.join(", ", possible.isEmpty() ? metaverse.keySet() : possible));
        }
        String name = possible.iterator().next();
        MetaverseType type = metaverse.get(name);
        if (type == null) {
            return Found.unknown("metaverse type", name, metaverse.keySet());
        }
        Found wrong = attribute(type.type(), arguments.getOrDefault("with", arguments.get("attribute")));
        if (wrong == null) {
            wrong = words(arguments);
        }
        return wrong == null ? new Found(object, type.type(), null, null) : wrong;
    }

    /** The only type there is, or those with which the rule files connect the objects, or those that have the attribute. */
    private Set<String> possible(Map<String, String> arguments) {
        Set<String> types = new TreeSet<>(names.metaverse().keySet());
        if (types.size() > 1 && arguments.containsKey("objectType")) {
            types.retainAll(names.metaverseTypes(arguments.get("connector"), arguments.get("objectType")));
        }
        if (types.size() > 1 && arguments.containsKey("attribute")) {
            types.removeIf(type -> !names.metaverse().get(type).type().has(arguments.get("attribute")));
        }
        return types;
    }

    private static Found attribute(ObjectType type, String name) {
        return name == null || type.has(name)
                ? null
                : Found.unknown("attribute of '" + type.name() + "'", name,
                        type.attributes().stream().map(AttributeDefinition::name).toList());
    }

    private static Found words(Map<String, String> arguments) {
        Map<String, List<String>> allowed = Map.of(
                "ignoreCase", List.of("true", "false"),
                "keepWhenGone", List.of("true", "false"),
                "onAmbiguous", List.of("hold", "next", "resolve"),
                "ifDeleted", List.of("report", "recreate"));
        for (Map.Entry<String, List<String>> argument : allowed.entrySet()) {
            String given = arguments.get(argument.getKey());
            if (given != null && !argument.getValue().contains(given)) {
                return Found.unknown(argument.getKey(), given, argument.getValue());
            }
        }
        try {
            Duration.parse(arguments.getOrDefault("grace", "PT0S"));
            return null;
        } catch (DateTimeParseException mistake) {
            return Found.wrong("'" + arguments.get("grace") + "' is no time", "write it as P7D");
        }
    }
}
