package org.syncline.platform.engine.whatif;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;

/** Everything that is stored at one time; counts by plain comparison what became of it. */
record Snapshot(Map<Long, ConnectorSpaceObject> objects, Map<Long, MetaverseObject> identities) {
    private static final int ALL = 100_000;

    static Snapshot of(Store store, List<String> connectors) {
        Map<Long, ConnectorSpaceObject> objects = new TreeMap<>();
        for (String connector : connectors) {
            store.connectorSpace().loadAll(connector, 0, ALL).forEach(object -> objects.put(object.id(), object));
        }
        return new Snapshot(objects, store.metaverse().load(store.metaverse().all(0, ALL)).stream()
                .collect(Collectors.toMap(MetaverseObject::id, identity -> identity)));
    }

    /** By connector and effect; those of attributes by their names, after a sharp. */
    Map<String, Long> until(Snapshot later) {
        Map<String, Long> counts = new TreeMap<>();
        later.objects.forEach((id, after) -> {
            ConnectorSpaceObject before = objects.get(id);
            String place = after.connector() + " " + after.type().name() + " ";
            countPending(before, after, place, counts);
            Delta.Kind kind = after.hologram().pendingExport().kind();
            boolean stays = before != null && kind != Delta.Kind.ADD && kind != Delta.Kind.DELETE;
            if (stays && before.link().identity() != after.link().identity()) {
                count(place + (after.link().isJoined()
                        ? before.link().isJoined() ? Effect.REJOINED : Effect.JOINED
                        : Effect.DISCONNECTED), counts);
            }
        });
        later.identities.forEach((id, after) -> countIdentity(identities.get(id), after, counts));
        identities.keySet().stream().filter(id -> !later.identities.containsKey(id))
                .forEach(id -> count(identities.get(id).type().name() + " " + Effect.ENDED, counts));
        return counts;
    }

    private static void countPending(
            ConnectorSpaceObject before, ConnectorSpaceObject after, String place, Map<String, Long> counts) {
        Delta pending = after.hologram().pendingExport();
        switch (pending.kind()) {
            case NONE -> {}
            case ADD -> count(place + Effect.ADDED, counts);
            case DELETE -> count(place + Effect.DELETED, counts);
            case UPDATE -> countUpdate(before, after, place, counts);
        }
    }

    private static void countUpdate(
            ConnectorSpaceObject before, ConnectorSpaceObject after, String place, Map<String, Long> counts) {
        boolean changes = false;
        for (Delta.AttributeChange change : after.hologram().pendingExport().changes()) {
            String name = after.type().attribute(change.attribute()).name();
            if (name.equals(ObjectType.DN)) {
                count(place + Effect.RENAMED, counts);
            } else {
                changes = true;
                countValue(before.hologram().exported(), after.hologram().wanted(), name, place, counts);
            }
        }
        if (changes) {
            count(place + Effect.CHANGED, counts);
        }
        boolean was = "off".equals(text(before.hologram().wanted(), "state"));
        boolean is = "off".equals(text(after.hologram().wanted(), "state"));
        if (was != is) {
            count(place + (is ? Effect.DISABLED : Effect.ENABLED), counts);
        }
    }

    private static String text(Attributes attributes, String name) {
        return attributes.type().has(name) ? attributes.text(name) : null;
    }

    private static void countValue(
            Attributes before, Attributes after, String name, String place, Map<String, Long> counts) {
        boolean was = before.get(name).isPresent();
        boolean is = after.get(name).isPresent();
        count(place + "#" + name + (was ? is ? " changed" : " cleared" : " set"), counts);
    }

    private static void countIdentity(MetaverseObject before, MetaverseObject after, Map<String, Long> counts) {
        String type = after.type().name() + " ";
        if (before == null) {
            count(type + Effect.PROJECTED, counts);
            return;
        }
        boolean changed = false;
        for (AttributeDefinition attribute : after.type().attributes()) {
            String name = attribute.name();
            boolean had = before.type().has(name);
            if (!had
                    ? after.attributes().get(name).isPresent()
                    : !Objects.equals(before.attributes().get(name), after.attributes().get(name))) {
                changed = true;
                countValue(had ? before.attributes() : Attributes.empty(after.type()), after.attributes(), name, type,
                        counts);
            }
        }
        if (changed) {
            count(type + Effect.CHANGED, counts);
        }
        if (before.isEnding() != after.isEnding()) {
            count(type + (after.isEnding() ? Effect.ENDING : Effect.NOT_ENDING), counts);
        }
    }

    private static void count(String what, Map<String, Long> counts) {
        counts.merge(what, 1L, Long::sum);
    }

    /** A report in the same words. */
    static Map<String, Long> told(WhatIfReport report) {
        Map<String, Long> told = new TreeMap<>();
        report.systems()
                .forEach(effects -> tell(effects.connector() + " " + effects.objectType() + " ", effects, told));
        report.identities().forEach(effects -> tell(effects.objectType() + " ", effects, told));
        return told;
    }

    private static void tell(String place, WhatIfReport.Effects effects, Map<String, Long> told) {
        new EnumMap<>(effects.counts()).forEach((effect, count) -> told.put(place + effect, count));
        for (WhatIfReport.AttributeEffects attribute : effects.attributes()) {
            tell(place + "#" + attribute.attribute() + " set", attribute.set(), told);
            tell(place + "#" + attribute.attribute() + " changed", attribute.changed(), told);
            tell(place + "#" + attribute.attribute() + " cleared", attribute.cleared(), told);
        }
    }

    private static void tell(String what, long count, Map<String, Long> told) {
        if (count > 0) {
            told.put(what, count);
        }
    }
}
