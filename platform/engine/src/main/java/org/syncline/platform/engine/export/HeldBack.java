package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Value;

/** Takes out of exports what needs accounts or containers that do not exist yet, or the end of others; it stays pending. */
final class HeldBack {
    private final ConnectorDefinition connector;
    private final ExportPage page;
    private final Map<String, Set<Long>> leaving;
    private final Set<Long> named;
    private final Set<Long> leftNames;
    private final StillThere stillThere;
    private final List<PendingReference> references = new ArrayList<>();

    /**
     * @param named those that were created, or have their new names, by now
     * @param leftNames those that left their names for names of the meantime
     * @param stillThere what did not go
     */
    HeldBack(ConnectorDefinition connector, ExportPage page, Set<Long> named, Set<Long> leftNames,
            StillThere stillThere) {
        this.connector = connector;
        this.page = page;
        this.leaving = page.objects().stream().anyMatch(Nested::isDeletion) ? page.nested().leaving() : Map.of();
        this.named = named;
        this.leftNames = leftNames;
        this.stillThere = stillThere;
    }

    List<PendingReference> references() {
        return references;
    }

    /** The objects of which something must have been done before an object can be sent as it is wanted. */
    Set<Long> waitsFor(ConnectorSpaceObject object) {
        Set<Long> targets = new HashSet<>();
        for (Delta.AttributeChange change : object.hologram().pendingExport().changes()) {
            for (Value value : change.added()) {
                if (isMissing(object, change, value)) {
                    targets.addAll(page.missing().targets(object, change, value));
                }
            }
        }
        if (lacksContainer(object)) {
            targets.addAll(page.nested().containersOf(object));
        }
        targets.addAll(holdersOfName(object));
        if (Nested.isDeletion(object) && object.dn() != null) {
            targets.addAll(leaving.getOrDefault(DistinguishedName.normalize(object.dn()), Set.of()));
            targets.addAll(stillThere.below(object).keySet());
        }
        targets.remove(object.id());
        return targets;
    }

    private boolean isMissing(ConnectorSpaceObject object, Delta.AttributeChange change, Value value) {
        return isToCome(page.missing().targets(object, change, value));
    }

    private boolean lacksContainer(ConnectorSpaceObject object) {
        return isToCome(page.nested().containersOf(object));
    }

    /** Those that still have the name that an object is to get. */
    private Set<Long> holdersOfName(ConnectorSpaceObject object) {
        Set<Long> holders = new HashSet<>(page.nested().holdersOfName(object));
        holders.removeAll(named);
        holders.removeAll(leftNames);
        return holders;
    }

    private boolean isToCome(Set<Long> any) {
        return !any.isEmpty() && any.stream().noneMatch(named::contains);
    }

    /** The object as it may be sent now; null where nothing of it may. */
    ConnectorSpaceObject withoutMissing(ConnectorSpaceObject object) {
        Delta pending = object.hologram().pendingExport();
        return switch (pending.kind()) {
            case NONE -> object;
            case DELETE -> notEmpty(object) ? null : object;
            case ADD, UPDATE -> possible(object, pending);
        };
    }

    private boolean notEmpty(ConnectorSpaceObject object) {
        Map<Long, String> below = stillThere.below(object);
        below.values().stream().sorted().findFirst()
                .ifPresent(title -> hold(object, ObjectType.DN, title, PendingReference.NOT_EMPTY));
        return !below.isEmpty();
    }

    private ConnectorSpaceObject possible(ConnectorSpaceObject object, Delta pending) {
        List<Delta.AttributeChange> changes = new ArrayList<>();
        boolean waits = false;
        for (Delta.AttributeChange change : pending.changes()) {
            Delta.AttributeChange possible = possible(object, change);
            boolean lacking = possible == null && pending.kind() == Delta.Kind.ADD && isRequired(object, change);
            waits |= lacking;
            if (possible != null) {
                changes.add(possible);
            }
            note(object, change, lacking);
        }
        if (changes.equals(pending.changes())) {
            return object;
        }
        return pending.kind() == Delta.Kind.ADD
                ? waits ? null : object.with(object.hologram().sending(Delta.add(changes)))
                : changes.isEmpty() ? null : object.with(object.hologram().sending(Delta.update(changes)));
    }

    /** What can be sent of a change; null for nothing. A required attribute is never left without a value on the way. */
    private Delta.AttributeChange possible(ConnectorSpaceObject object, Delta.AttributeChange change) {
        if (change.attribute() == Nested.DN && (lacksContainer(object) || !holdersOfName(object).isEmpty())) {
            return null;
        }
        List<Value> added =
                change.added().stream().filter(value -> !isMissing(object, change, value)).toList();
        if (added.size() == change.added().size()) {
            return change;
        }
        boolean single = !object.type().attribute(change.attribute()).multiValued();
        Delta.AttributeChange part = new Delta.AttributeChange(change.attribute(), added, change.removed());
        boolean nothing = added.isEmpty() && change.removed().isEmpty();
        return single || nothing || isRequired(object, change) && isEmptyAfter(object, part) ? null : part;
    }

    private static boolean isEmptyAfter(ConnectorSpaceObject object, Delta.AttributeChange part) {
        Attributes exported = object.hologram().exported();
        Content held = exported == null ? Absence.NULL : exported.get(part.attribute());
        return part.added().isEmpty() && held.among(part.removed()).size() == held.count();
    }

    private boolean isRequired(ConnectorSpaceObject object, Delta.AttributeChange change) {
        if (change.attribute() == Nested.DN) {
            return true;
        }
        AttributeDefinition attribute = object.type().attribute(change.attribute());
        return connector
                .objectType(object.type().name())
                .flatMap(type -> type.attribute(attribute.name()))
                .filter(definition -> definition.required())
                .isPresent();
    }

    private void note(ConnectorSpaceObject object, Delta.AttributeChange change, boolean waits) {
        String attribute = object.type().attribute(change.attribute()).name();
        if (change.attribute() == Nested.DN && lacksContainer(object)) {
            String container = DistinguishedName.parent(change.added().getLast().text());
            hold(object, attribute, container, PendingReference.NO_CONTAINER);
        }
        if (change.attribute() == Nested.DN && !holdersOfName(object).isEmpty()) {
            hold(object, attribute, change.added().getLast().text(), PendingReference.NAME_TAKEN);
        }
        for (Value value : change.added()) {
            if (isMissing(object, change, value)) {
                String reason = waits ? PendingReference.WAITS : PendingReference.NOT_CREATED;
                hold(object, attribute, value.text(), reason);
            }
        }
    }

    private void hold(ConnectorSpaceObject object, String attribute, String key, String reason) {
        references.add(new PendingReference(connector.name(), object.id(), attribute, key, reason));
    }
}
