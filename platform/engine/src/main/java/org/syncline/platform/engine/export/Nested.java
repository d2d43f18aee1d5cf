package org.syncline.platform.engine.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.DistinguishedName;

/**
 * Objects to be sent, and which of them need a container that is still to come, or a name that is still to be left.
 *
 * @param objects containers before what is to stand in them
 * @param containers by object, those of which any is to become its container; nothing for one that has its place
 * @param holders by object, those that have the name it is to get, and are to leave it; nothing for one whose name is free
 */
record Nested(
        List<ConnectorSpaceObject> objects, Map<Long, Set<Long>> containers, Map<Long, Set<Long>> holders) {
    /** The attribute of every object type that is its name. */
    static final int DN = 0;

    static Nested flat(List<ConnectorSpaceObject> objects) {
        return new Nested(objects, Map.of(), Map.of());
    }

    Set<Long> containersOf(ConnectorSpaceObject object) {
        return containers.getOrDefault(object.id(), Set.of());
    }

    Set<Long> holdersOfName(ConnectorSpaceObject object) {
        return holders.getOrDefault(object.id(), Set.of());
    }

    boolean needsOrder() {
        return !containers.isEmpty() || !holders.isEmpty() || objects.stream().anyMatch(Nested::isDeletion);
    }

    static boolean isDeletion(ConnectorSpaceObject object) {
        return object.hologram().pendingExport().kind() == Delta.Kind.DELETE;
    }

    /** Whether it is to be created under its name, or to get another one. */
    static boolean getsName(Delta delta) {
        return switch (delta.kind()) {
            case ADD -> true;
            case UPDATE -> delta.change(DN) != null;
            case DELETE, NONE -> false;
        };
    }

    /** The normalized name that an object is to get; null if it keeps the one it has. */
    static String newName(ConnectorSpaceObject object) {
        Delta.AttributeChange change = object == null ? null : object.hologram().pendingExport().change(DN);
        return change == null || change.added().isEmpty()
                ? null
                : DistinguishedName.normalize(change.added().getLast().text());
    }

    /** The normalized name of the container that an object is to stand in and does not stand in yet; null for none. */
    static String newContainer(ConnectorSpaceObject object) {
        String name = newName(object);
        String container = name == null ? "" : DistinguishedName.parent(name);
        boolean stays = object.hologram().pendingExport().kind() == Delta.Kind.UPDATE
                && container.equals(DistinguishedName.parent(DistinguishedName.normalize(object.dn())));
        return container.isEmpty() || stays ? null : container;
    }

    /** By normalized name, those of the objects that stand below it and are to go from there. */
    Map<String, Set<Long>> leaving() {
        Map<String, Set<Long>> leaving = new HashMap<>();
        for (ConnectorSpaceObject object : objects) {
            placesLeft(object).forEach(name -> leaving.computeIfAbsent(name, unused -> new HashSet<>())
                    .add(object.id()));
        }
        return leaving;
    }

    /** The normalized names above an object that is to be deleted, renamed or moved; none for another. */
    static Set<String> placesLeft(ConnectorSpaceObject object) {
        Delta pending = object.hologram().pendingExport();
        boolean goes = pending.kind() == Delta.Kind.DELETE || pending.kind() == Delta.Kind.UPDATE && getsName(pending);
        return goes ? above(object.dn()) : Set.of();
    }

    /** The normalized names above a name; none for null. */
    static Set<String> above(String dn) {
        Set<String> above = new HashSet<>();
        if (dn != null) {
            String name = DistinguishedName.parent(DistinguishedName.normalize(dn));
            while (!name.isEmpty()) {
                above.add(name);
                name = DistinguishedName.parent(name);
            }
        }
        return above;
    }
}
