package org.syncline.dsl.extension.groovy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.expression.NearestName;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ObjectType;

/** The connectors and types that scripts may name. */
record SchemaNames(Map<String, ConnectorDefinition> connectors, Map<String, MetaverseType> metaverse) {

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
        String name = arguments.get("metaverseType");
        if (name == null && metaverse.size() != 1) {
            return Found.wrong("It is not said which identities this is about",
                    "add metaverseType: '...', one of " + String.join(", ", metaverse.keySet()));
        }
        MetaverseType type = name == null ? metaverse.values().iterator().next() : metaverse.get(name);
        if (type == null) {
            return Found.unknown("metaverse type", name, metaverse.keySet());
        }
        Found wrong = attribute(type.type(), arguments.getOrDefault("with", arguments.get("attribute")));
        if (wrong == null) {
            wrong = words(arguments);
        }
        return wrong == null ? new Found(object, type.type(), null, null) : wrong;
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
