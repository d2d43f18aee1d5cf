package org.syncline.platform.engine.operations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Finds the object a person names: {@code connector:anchor}, {@code connector:dn}, {@code connector:#number}, {@code #number} of an
 * identity, or {@code metaverse:attribute=value}.
 */
public final class Finding {
    private static final String METAVERSE = "metaverse:";
    private static final int PAGE = 1_000;
    private static final int NAMED = 10;

    private final Store store;
    private final Ruleset ruleset;

    public Finding(Store store, Ruleset ruleset) {
        this.store = store;
        this.ruleset = ruleset;
    }

    /** @throws OperationRefused if there is none, or there are several */
    public Found find(String name) {
        if (name.startsWith("#")) {
            return new Found.Identity(identity(name));
        }
        if (name.startsWith(METAVERSE)) {
            return new Found.Identity(byValue(name.substring(METAVERSE.length())));
        }
        return new Found.StagedObject(object(name));
    }

    /** @throws OperationRefused if it is no identity */
    public MetaverseObject findIdentity(String name) {
        return switch (find(name)) {
            case Found.Identity(var identity) -> identity;
            case Found.StagedObject(var object) -> throw new OperationRefused("'" + name + "' is an object of '"
                    + object.connector() + "', not an identity; name one as #7 or metaverse:ATTRIBUTE=VALUE");
        };
    }

    /** @throws OperationRefused if it is no object of a connector */
    public ConnectorSpaceObject findObject(String name) {
        return switch (find(name)) {
            case Found.StagedObject(var object) -> object;
            case Found.Identity identity -> throw new OperationRefused("'" + name
                    + "' is an identity, not an object of a connector; name one as CONNECTOR:ANCHOR or CONNECTOR:DN");
        };
    }

    private MetaverseObject identity(String name) {
        return store.metaverse().load(List.of(number(name))).stream()
                .findFirst()
                .orElseThrow(() -> new OperationRefused(
                        "There is no identity " + name + "; 'syncline show FOLDER metaverse' lists those there are"));
    }

    private static long number(String name) {
        try {
            return Long.parseLong(name.substring(1));
        } catch (NumberFormatException wrong) {
            throw new OperationRefused("'" + name + "' is no number of an identity; write #7");
        }
    }

    private ConnectorSpaceObject object(String name) {
        int colon = name.indexOf(':');
        ConnectorDefinition connector = colon < 0 ? null : ruleset.connectors().get(name.substring(0, colon));
        if (connector == null) {
            throw new OperationRefused(
                    "'" + name + "' names no object; write CONNECTOR:ANCHOR or CONNECTOR:DN with one of "
                            + String.join(", ", ruleset.connectors().keySet())
                            + ", or #7 or metaverse:ATTRIBUTE=VALUE for an identity");
        }
        List<ConnectorSpaceObject> found = objects(connector, name.substring(colon + 1));
        if (found.isEmpty()) {
            throw new OperationRefused("Connector '" + connector.name() + "' has no object with the anchor or name '"
                    + name.substring(colon + 1) + "'; 'syncline show FOLDER connector-space --connector "
                    + connector.name() + "' lists those it has");
        }
        if (found.size() > 1) {
            throw new OperationRefused("'" + name + "' names " + found.size() + " objects; write "
                    + found.stream()
                            .limit(NAMED)
                            .map(object -> connector.name() + ":#" + object.id() + " (" + object.type().name() + " "
                                    + object.title() + ")")
                            .collect(Collectors.joining(" or ")));
        }
        return found.getFirst();
    }

    private List<ConnectorSpaceObject> objects(ConnectorDefinition connector, String key) {
        List<ConnectorSpaceObject> numbered = key.matches("#\\d+") ? load(connector, List.of(number(key))) : List.of();
        if (!numbered.isEmpty()) {
            return numbered;
        }
        Set<ContentHash> keys = new LinkedHashSet<>();
        for (ConnectedObjectType type : connector.objectTypes()) {
            keys.add(Keys.anchor(connector.name(), type.type().name(), new Anchor(key)));
        }
        keys.add(Keys.dn(connector.name(), key));
        List<Long> ids =
                store.connectorSpace().find(keys).values().stream().flatMap(List::stream).distinct().toList();
        return load(connector, ids);
    }

    private List<ConnectorSpaceObject> load(ConnectorDefinition connector, Collection<Long> ids) {
        return store.connectorSpace().load(ids).stream()
                .filter(object -> object.connector().equals(connector.name()))
                .toList();
    }

    private MetaverseObject byValue(String condition) {
        int equals = condition.indexOf('=');
        if (equals <= 0) {
            throw new OperationRefused(
                    "'" + METAVERSE + condition + "' says no value; write metaverse:ATTRIBUTE=VALUE");
        }
        String attribute = condition.substring(0, equals);
        String value = condition.substring(equals + 1);
        Set<String> types = typesWith(attribute);
        List<MetaverseObject> found = indexed(types, attribute, value);
        if (found.isEmpty()) {
            found = scanned(attribute, value);
        }
        if (found.size() != 1) {
            throw new OperationRefused(found.isEmpty()
                    ? "No identity has the value '" + value + "' in '" + attribute + "'"
                    : "Several identities have the value '" + value + "' in '" + attribute + "'; write "
                            + found.stream()
                                    .limit(NAMED)
                                    .map(identity -> "#" + identity.id())
                                    .collect(Collectors.joining(" or ")));
        }
        return found.getFirst();
    }

    private Set<String> typesWith(String attribute) {
        Set<String> types = ruleset.metaverse().values().stream()
                .filter(type -> type.type().has(attribute))
                .map(type -> type.type().name())
                .collect(Collectors.toSet());
        if (types.isEmpty()) {
            throw new OperationRefused("No metaverse type has an attribute '" + attribute + "'; there are "
                    + ruleset.metaverse().values().stream()
                            .flatMap(type -> type.type().attributes().stream())
                            .map(one -> one.name())
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return types;
    }

    private List<MetaverseObject> indexed(Set<String> types, String attribute, String value) {
        Set<ContentHash> keys =
                types.stream().map(type -> Keys.metaverse(type, attribute, value)).collect(Collectors.toSet());
        List<Long> ids = store.metaverse().find(keys).values().stream().flatMap(List::stream).distinct().toList();
        return holding(store.metaverse().load(ids), attribute, value);
    }

    /** Attributes that no join compares have no index; somebody who asks for one of them waits. */
    private List<MetaverseObject> scanned(String attribute, String value) {
        List<MetaverseObject> found = new ArrayList<>();
        for (List<Long> ids = store.metaverse().all(0, PAGE); !ids.isEmpty(); ids =
                store.metaverse().all(ids.getLast(), PAGE)) {
            found.addAll(holding(store.metaverse().load(ids), attribute, value));
        }
        return found;
    }

    private static List<MetaverseObject> holding(List<MetaverseObject> identities, String attribute, String value) {
        return identities.stream()
                .filter(identity -> identity.type().has(attribute))
                .filter(identity -> identity.attributes().get(attribute).asList().stream()
                        .anyMatch(one -> one.text().equalsIgnoreCase(value)))
                .toList();
    }
}
