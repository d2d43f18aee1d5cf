package org.syncline.dsl.xml;

import java.util.Optional;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ObjectType;

/** One file of rules: what it is about, and the names that its expressions may use. */
final class RuleFile {
    private final SourceFile file;
    private final Schemas schemas;
    private final Parameters parameters;
    private final NameLookup lookup;
    private final Expressions expressions;
    private final Optional<ConnectorDefinition> connector;
    private final Optional<ConnectedObjectType> connectedType;
    private final Optional<MetaverseType> metaverseType;

    /** @param root the element that names what the file is about */
    RuleFile(SourceFile file, Schemas schemas, Parameters parameters, Locatable root, About about) {
        this.file = file;
        this.schemas = schemas;
        this.parameters = parameters;
        this.lookup = new NameLookup(file, schemas);
        this.expressions = new Expressions(file, lookup, parameters);
        this.connector = lookup.connector(root, "connector", about.connector());
        this.connectedType =
                connector.flatMap(found -> lookup.objectType(root, "object-type", found, about.objectType()));
        this.metaverseType = lookup.metaverseType(root, "metaverse-type", about.metaverseType());
    }

    /** What the root element of a file of rules says that it is about. */
    record About(String connector, String objectType, String metaverseType) {}

    SourceFile source() {
        return file;
    }

    NameLookup lookup() {
        return lookup;
    }

    Expressions expressions() {
        return expressions;
    }

    Optional<ConnectorDefinition> connector() {
        return connector;
    }

    Optional<ConnectedObjectType> connectedType() {
        return connectedType;
    }

    /** The names of expressions over the connector-space object, of which nothing else is known. */
    Scope overObject() {
        return connectedType
                .map(type -> Scope.of(type.type(), parameters.values()))
                .orElse(Scope.byName(parameters.values()))
                .without(Unanswered.OF_OBJECTS);
    }

    /** The names of expressions over the metaverse object and its account. */
    Scope overIdentity() {
        Scope scope = metaverseType
                .map(type -> Scope.of(type.type(), parameters.values()).withReferenced(schemas.metaverseTypes()))
                .orElse(Scope.byName(parameters.values()));
        return connectedType.map(type -> scope.withTarget(type.type())).orElse(Scope.byName(parameters.values()));
    }

    /** The names of expressions over the metaverse object alone. */
    Scope overIdentityAlone() {
        return metaverseType
                .map(type -> Scope.of(type.type(), parameters.values()).withReferenced(schemas.metaverseTypes()))
                .orElse(Scope.byName(parameters.values()));
    }

    /** The condition of the file itself; null for none. */
    Expression scope(org.syncline.dsl.xml.binding.Scope scope, Scope names) {
        return scope == null ? null : expressions.condition(scope.getWhen(), names);
    }

    /** An attribute of the connector's object type that an element names. */
    Optional<AttributeDefinition> connectedAttribute(Locatable element, String attribute, String name) {
        return lookup.attribute(element, attribute, type(connectedType.map(ConnectedObjectType::type)), name);
    }

    /** An attribute of the metaverse type that an element names. */
    Optional<AttributeDefinition> metaverseAttribute(Locatable element, String attribute, String name) {
        return lookup.attribute(element, attribute, type(metaverseType.map(MetaverseType::type)), name);
    }

    private static ObjectType type(Optional<ObjectType> found) {
        return found.orElse(null);
    }
}
