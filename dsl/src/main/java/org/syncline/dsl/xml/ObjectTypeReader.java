package org.syncline.dsl.xml;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectedObjectType.Allow;
import org.syncline.dsl.ruleset.ConnectedObjectType.ConnectedAttribute;
import org.syncline.dsl.ruleset.ConnectedObjectType.OnRefused;
import org.syncline.dsl.ruleset.GivenSetting;
import org.syncline.dsl.xml.binding.AttributeType;
import org.syncline.dsl.xml.binding.Connector;
import org.syncline.dsl.xml.binding.ConnectorAttributeDeclaration;
import org.syncline.dsl.xml.binding.ConnectorObjectType;
import org.syncline.dsl.xml.binding.Disabled;
import org.syncline.dsl.xml.binding.Filter;
import org.syncline.dsl.xml.binding.Operation;
import org.syncline.dsl.xml.binding.Read;
import org.syncline.dsl.xml.binding.Rows;
import org.syncline.dsl.xml.binding.Setting;
import org.syncline.dsl.xml.binding.Settings;
import org.syncline.dsl.xml.binding.When;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ObjectType;

/** Reads the object types of one connector. */
final class ObjectTypeReader {
    private final SourceFile file;
    private final Connector connector;
    private final Parameters parameters;
    private final Expressions expressions;

    ObjectTypeReader(SourceFile file, Schemas schemas, Parameters parameters, Connector connector) {
        this.file = file;
        this.connector = connector;
        this.parameters = parameters;
        this.expressions = new Expressions(file, new NameLookup(file, schemas), parameters);
    }

    ConnectedObjectType read(ConnectorObjectType declared) {
        attributes(declared).forEach(this::checkReference);
        ObjectType type = type(declared);
        Scope scope = Scope.of(type, parameters.values()).without(Unanswered.OF_OBJECTS);
        return new ConnectedObjectType(
                type,
                declared.getAnchor(),
                secondaryKey(declared, type),
                settings(only(declared, Settings.class).orElse(null)),
                attributes(declared).stream().map(this::attribute).toList(),
                declared.getRows() == Rows.COLLECT,
                condition(only(declared, Read.class).map(Read::getWhen), Scope.byName(parameters.values())),
                condition(only(declared, Filter.class).map(Filter::getWhen), scope),
                condition(only(declared, Disabled.class).map(Disabled::getWhen), scope),
                allow(declared),
                onRefused(declared),
                file.location(declared));
    }

    private List<ConnectorAttributeDeclaration> attributes(ConnectorObjectType declared) {
        return declared.getParts().stream()
                .filter(ConnectorAttributeDeclaration.class::isInstance)
                .map(ConnectorAttributeDeclaration.class::cast)
                .filter(attribute -> attribute.getName() != null && !isAlwaysThere(attribute))
                .toList();
    }

    private boolean isAlwaysThere(ConnectorAttributeDeclaration attribute) {
        if (!List.of("dn", "rdn", "anchor").contains(attribute.getName())) {
            return false;
        }
        file.problem(attribute, "name", "The attribute " + attribute.getName() + " exists always", "leave it out");
        return true;
    }

    private Set<ObjectType> types() {
        return connector.getObjectType().stream()
                .filter(declared -> declared.getName() != null)
                .map(this::type)
                .collect(Collectors.toSet());
    }

    private ObjectType type(ConnectorObjectType declared) {
        return ObjectType.ofConnectorSpace(declared.getName(), AttributeTypes.ofConnector(attributes(declared)));
    }

    private ConnectedAttribute attribute(ConnectorAttributeDeclaration declared) {
        return new ConnectedAttribute(
                declared.getName(),
                declared.getColumn() == null ? declared.getName() : declared.getColumn(),
                declared.getFormat(),
                declared.getTo(),
                declared.getBy(),
                declared.isRequired(),
                settings(declared.getSettings()));
    }

    private List<GivenSetting> settings(Settings declared) {
        return declared == null
                ? List.of()
                : declared.getSetting().stream()
                        .filter(setting -> setting.getName() != null && isValue(setting))
                        .map(setting -> new GivenSetting(setting.getName(), parameters.fill(file, setting),
                                file.location(setting, "name")))
                        .toList();
    }

    private boolean isValue(Setting setting) {
        if (setting.getSecret() != null) {
            file.problem(setting, "secret", "Only a connector has secrets",
                    "write it among the settings of the connector");
        } else if (setting.getValue() == null) {
            file.problem(setting, "The setting " + setting.getName() + " has no value", "give value=\"...\"");
        }
        return setting.getSecret() == null && setting.getValue() != null;
    }

    private void checkReference(ConnectorAttributeDeclaration declared) {
        if (declared.getFormat() != null && declared.getType() != AttributeType.DATE) {
            file.problem(declared, "format", "format is only for dates", "add type=\"date\"");
        }
        if (declared.getType() != AttributeType.REFERENCE) {
            checkNoReference(declared, "to", declared.getTo());
            checkNoReference(declared, "by", declared.getBy());
        } else if (declared.getTo() != null) {
            checkTarget(declared);
        }
    }

    private void checkNoReference(ConnectorAttributeDeclaration declared, String attribute, String value) {
        if (value != null) {
            file.problem(declared, attribute, attribute + " is only for references", "add type=\"reference\"");
        }
    }

    private void checkTarget(ConnectorAttributeDeclaration declared) {
        Set<ObjectType> types = types();
        Optional<ObjectType> target =
                types.stream().filter(type -> type.name().equals(declared.getTo())).findFirst();
        if (target.isEmpty()) {
            List<String> known = types.stream().map(ObjectType::name).sorted().toList();
            file.problem(declared, "to",
                    "The connector '" + connector.getName() + "' has no object type '" + declared.getTo() + "'",
                    Spelling.suggestion(declared.getTo(), known));
        } else if (declared.getBy() != null && !target.get().has(declared.getBy())) {
            file.problem(declared, "by",
                    "The object type '" + declared.getTo() + "' has no attribute '" + declared.getBy() + "'",
                    Spelling.suggestion(declared.getBy(), names(target.get())));
        }
    }

    private static List<String> names(ObjectType type) {
        return type.attributes().stream().map(AttributeDefinition::name).toList();
    }

    private List<String> secondaryKey(ConnectorObjectType declared, ObjectType type) {
        for (String attribute : declared.getSecondaryKey()) {
            if (!type.has(attribute)) {
                file.problem(declared, "secondary-key",
                        "The secondary key names the attribute '" + attribute + "', which is not declared",
                        Spelling.suggestion(attribute, names(type)));
            } else if (type.attribute(type.index(attribute)).multiValued()) {
                file.problem(declared, "secondary-key",
                        "The attribute '" + attribute + "' of the secondary key may have several values",
                        "take one with a single value");
            }
        }
        return declared.getSecondaryKey();
    }

    private <T extends Locatable> Optional<T> only(ConnectorObjectType declared, Class<T> kind) {
        return Parts.only(file, declared.getParts(), kind);
    }

    private Expression condition(Optional<When> when, Scope scope) {
        return expressions.condition(when.orElse(null), scope);
    }

    private static OnRefused onRefused(ConnectorObjectType declared) {
        return switch (declared.getOnRefused()) {
            case SPLIT -> OnRefused.SPLIT;
            case WHOLE -> OnRefused.WHOLE;
        };
    }

    private Allow allow(ConnectorObjectType declared) {
        Set<Operation> allowed = declared.getAllow().isEmpty()
                ? EnumSet.allOf(Operation.class)
                : declared.getAllow().stream().filter(Objects::nonNull).collect(Collectors.toSet());
        if (!allowed.contains(Operation.UPDATE)) {
            file.problem(declared, "allow", "What exports may not update, they can only leave alone",
                    "write update among what is allowed, or mode=\"read-only\" in the connector");
        }
        return new Allow(allowed.contains(Operation.ADD), allowed.contains(Operation.DELETE));
    }
}
