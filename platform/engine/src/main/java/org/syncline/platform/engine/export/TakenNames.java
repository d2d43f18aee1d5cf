package org.syncline.platform.engine.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.Keys;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.DistinguishedName;

/** Finds who has the names that others are to get by a rename, and is to get another one. */
record TakenNames(ConnectorSpace connectorSpace, String connector) {

    /** By object that is renamed, who must have left the name before. */
    Map<Long, Set<Long>> holders(List<ConnectorSpaceObject> objects) {
        Map<ContentHash, ConnectorSpaceObject> wanting = new HashMap<>();
        for (ConnectorSpaceObject object : objects) {
            if (isRenamed(object)) {
                wanting.put(Keys.dn(connector, Nested.newName(object)), object);
            }
        }
        Map<Long, Set<Long>> holders = new HashMap<>();
        if (!wanting.isEmpty()) {
            connectorSpace.findNames(wanting.keySet()).forEach((key, found) -> {
                ConnectorSpaceObject object = wanting.get(key);
                Set<Long> others = found.stream()
                        .filter(holder -> holder.id() != object.id() && hasName(holder, Nested.newName(object)))
                        .map(AccountName::id)
                        .collect(Collectors.toSet());
                if (!others.isEmpty()) {
                    holders.put(object.id(), others);
                }
            });
            keepRenamed(holders);
        }
        return holders;
    }

    private void keepRenamed(Map<Long, Set<Long>> holders) {
        Set<Long> all = new HashSet<>();
        holders.values().forEach(all::addAll);
        if (!all.isEmpty()) {
            Set<Long> renamed = connectorSpace.load(all).stream()
                    .filter(TakenNames::isRenamed)
                    .map(ConnectorSpaceObject::id)
                    .collect(Collectors.toSet());
            holders.values().forEach(ids -> ids.retainAll(renamed));
            holders.values().removeIf(Set::isEmpty);
        }
    }

    private static boolean isRenamed(ConnectorSpaceObject object) {
        String name = Nested.newName(object);
        return name != null
                && object.hologram().pendingExport().kind() == Delta.Kind.UPDATE
                && !hasName(AccountName.of(object), name);
    }

    private static boolean hasName(AccountName holder, String name) {
        return holder.dn() != null && DistinguishedName.normalize(holder.dn()).equals(name);
    }
}
