package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.Keys;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.DistinguishedName;

/**
 * Finds the containers that objects are to stand in and that do not have their names yet, still to be created, renamed or moved; and
 * with them those that have to leave their names to others.
 */
final class Containers {
    private final ConnectorSpace connectorSpace;
    private final String connector;
    private final TakenNames takenNames;
    private final Set<ContentHash> there = new HashSet<>();

    Containers(ConnectorSpace connectorSpace, String connector) {
        this.connectorSpace = connectorSpace;
        this.connector = connector;
        this.takenNames = new TakenNames(connectorSpace, connector);
    }

    /**
     * The objects, and before them the containers that they need, and those that have their names, whose turn has not come.
     *
     * @param take those of the given objects that can be sent now
     */
    Nested before(List<ConnectorSpaceObject> objects, Function<Collection<Long>, List<ConnectorSpaceObject>> take) {
        Map<Long, Set<Long>> containers = new HashMap<>();
        Map<Long, Set<Long>> holders = new HashMap<>();
        List<ConnectorSpaceObject> all = new ArrayList<>(objects);
        Set<Long> known = objects.stream().map(ConnectorSpaceObject::id).collect(Collectors.toSet());
        for (List<ConnectorSpaceObject> newest = objects; !newest.isEmpty();) {
            Map<Long, Set<Long>> missing = missing(newest);
            containers.putAll(missing);
            Map<Long, Set<Long>> taken = takenNames.holders(newest);
            holders.putAll(taken);
            Set<Long> ahead = new HashSet<>();
            missing.values().forEach(ahead::addAll);
            taken.values().forEach(ahead::addAll);
            ahead.removeAll(known);
            known.addAll(ahead);
            newest = ahead.isEmpty() ? List.of() : take.apply(ahead);
            all.addAll(0, newest);
        }
        return new Nested(all, containers, holders);
    }

    /** By object, those of which any is to become its container. */
    private Map<Long, Set<Long>> missing(List<ConnectorSpaceObject> objects) {
        Map<ContentHash, List<Long>> inside = new HashMap<>();
        Map<ContentHash, String> names = new HashMap<>();
        for (ConnectorSpaceObject object : objects) {
            String container = Nested.newContainer(object);
            if (container != null) {
                ContentHash key = Keys.dn(connector, container);
                if (!there.contains(key)) {
                    names.put(key, container);
                    inside.computeIfAbsent(key, unused -> new ArrayList<>()).add(object.id());
                }
            }
        }
        Map<Long, Set<Long>> missing = new HashMap<>();
        toCome(names).forEach((key, containers) -> inside.get(key).forEach(id -> missing.put(id, containers)));
        return missing;
    }

    private Map<ContentHash, Set<Long>> toCome(Map<ContentHash, String> names) {
        Map<ContentHash, Set<Long>> toCome = new HashMap<>();
        if (names.isEmpty()) {
            return toCome;
        }
        connectorSpace.findNames(names.keySet()).forEach((key, holders) -> {
            if (holders.stream().anyMatch(holder -> holder.anchor() != null && isCalled(names.get(key), holder))) {
                there.add(key);
            } else {
                toCome.put(key, holders.stream().map(AccountName::id).collect(Collectors.toSet()));
            }
        });
        keepPending(toCome, names);
        return toCome;
    }

    private static boolean isCalled(String name, AccountName holder) {
        return holder.dn() != null && DistinguishedName.normalize(holder.dn()).equals(name);
    }

    /** Leaves those out that are accepted and have no anchor yet, or that will not get the name after all. */
    private void keepPending(Map<ContentHash, Set<Long>> toCome, Map<ContentHash, String> names) {
        Set<Long> candidates = new HashSet<>();
        toCome.values().forEach(candidates::addAll);
        if (candidates.isEmpty()) {
            return;
        }
        Map<Long, ConnectorSpaceObject> loaded = connectorSpace.load(candidates).stream()
                .collect(Collectors.toMap(ConnectorSpaceObject::id, object -> object));
        toCome.forEach((key, ids) -> ids.removeIf(id -> !names.get(key).equals(Nested.newName(loaded.get(id)))));
        toCome.values().removeIf(Set::isEmpty);
    }
}
