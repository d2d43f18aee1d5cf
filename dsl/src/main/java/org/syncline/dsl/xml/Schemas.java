package org.syncline.dsl.xml;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.schema.identity.ObjectType;

/** The metaverse and the connectors of a folder, as far as they were understood: what rules may name. */
final class Schemas {
    private final Map<String, MetaverseType> metaverse = new LinkedHashMap<>();
    private final Map<String, ConnectorDefinition> connectors = new LinkedHashMap<>();
    private final Set<String> expected = new HashSet<>();
    private final Documents documents;

    Schemas(Documents documents) {
        this.documents = documents;
    }

    void add(MetaverseType type) {
        metaverse.put(type.type().name(), type);
    }

    void add(ConnectorDefinition connector) {
        connectors.put(connector.name(), connector);
    }

    /** Says that there is a connector which is yet to be read. */
    void expect(String connector) {
        expected.add(connector);
    }

    Map<String, MetaverseType> metaverse() {
        return metaverse;
    }

    Map<String, ConnectorDefinition> connectors() {
        return connectors;
    }

    /** The object types of the metaverse: where any reference of it may lead. */
    Set<ObjectType> metaverseTypes() {
        return metaverse.values().stream().map(MetaverseType::type).collect(Collectors.toSet());
    }

    /** Whether so little of the metaverse was understood that no name can be called unknown. */
    boolean knowsNoMetaverse() {
        return metaverse.isEmpty();
    }

    /** Whether a connector exists that isn't read yet, or may exist although its file could not be understood. */
    boolean mayExist(String connector) {
        return expected.contains(connector) || documents.isNotUnderstood(FilePlaces.CONNECTORS, connector);
    }

    Optional<ConnectedObjectType> objectType(String connector, String objectType) {
        return Optional.ofNullable(connectors.get(connector)).flatMap(found -> found.objectType(objectType));
    }
}
