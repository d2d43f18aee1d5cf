package org.syncline.platform.engine.port;

import java.util.Optional;
import java.util.function.Supplier;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;

/** The types as the rules have them now: a store gives objects back in them, whatever they were when they were written. */
public interface TypeSource {

    /** A type of a connector space; empty when the configuration no longer has it. */
    Optional<ObjectType> connectorSpace(String connector, String objectType);

    /** A type of the metaverse; empty when the configuration no longer has it. */
    Optional<ObjectType> metaverse(String name);

    /** What the references in an attribute name; {@link Target#ANY} when the configuration does not say. */
    Target target(String connector, String objectType, String attribute);

    /** Knows no types: objects come back in those in which they were written. */
    TypeSource NONE = new TypeSource() {
        @Override
        public Optional<ObjectType> connectorSpace(String connector, String objectType) {
            return Optional.empty();
        }

        @Override
        public Optional<ObjectType> metaverse(String name) {
            return Optional.empty();
        }

        @Override
        public Target target(String connector, String objectType, String attribute) {
            return Target.ANY;
        }
    };

    /** The types of whatever version of the rules is current when they are asked for. */
    static TypeSource of(Supplier<Ruleset> current) {
        return new RulesetTypes(current);
    }

    /**
     * What a reference names.
     *
     * @param objectType of its own owner where the configuration names none; null for any
     * @param by the attribute of the target that a reference holds; null for the anchor, or the DN
     */
    record Target(String objectType, String by) {
        public static final Target ANY = new Target(null, null);

        /** The key under which the target of a reference is found, or null if it is an identity. */
        public ContentHash key(String connector, ReferenceValue reference) {
            return reference.form() == ReferenceValue.Form.IDENTITY
                    ? null
                    : Keys.reference(connector, objectType, by, reference);
        }
    }

    /** The types of a ruleset. */
    record RulesetTypes(Supplier<Ruleset> current) implements TypeSource {
        @Override
        public Optional<ObjectType> connectorSpace(String connector, String objectType) {
            return connected(connector, objectType).map(ConnectedObjectType::type);
        }

        @Override
        public Optional<ObjectType> metaverse(String name) {
            return Optional.ofNullable(current.get().metaverse().get(name)).map(MetaverseType::type);
        }

        @Override
        public Target target(String connector, String objectType, String attribute) {
            return connected(connector, objectType)
                    .flatMap(type -> type.attribute(attribute))
                    .map(found -> new Target(
                            found.referenceTo() == null ? objectType : found.referenceTo(), found.referenceBy()))
                    .orElse(Target.ANY);
        }

        private Optional<ConnectedObjectType> connected(String connector, String objectType) {
            Optional<ConnectorDefinition> definition = Optional.ofNullable(current.get().connectors().get(connector));
            return definition.flatMap(found -> found.objectType(objectType));
        }
    }
}
