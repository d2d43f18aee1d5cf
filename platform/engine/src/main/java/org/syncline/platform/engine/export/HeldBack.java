package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Value;

/** Takes out of exports what refers to accounts that do not exist yet; it stays pending. */
final class HeldBack {
    private final ConnectorDefinition connector;
    private final MissingTargets missing;
    private final Set<Long> created;
    private final List<PendingReference> references = new ArrayList<>();

    /** @param created drafts that do exist by now */
    HeldBack(ConnectorDefinition connector, MissingTargets missing, Set<Long> created) {
        this.connector = connector;
        this.missing = missing;
        this.created = created;
    }

    List<PendingReference> references() {
        return references;
    }

    /** The accounts without which an object cannot be sent as it is wanted. */
    Set<Long> waitsFor(ConnectorSpaceObject object) {
        Set<Long> targets = new HashSet<>();
        for (Delta.AttributeChange change : object.hologram().pendingExport().changes()) {
            for (Value value : change.added()) {
                if (isMissing(object, change, value)) {
                    targets.addAll(missing.targets(object, change, value));
                }
            }
        }
        targets.remove(object.id());
        return targets;
    }

    private boolean isMissing(ConnectorSpaceObject object, Delta.AttributeChange change, Value value) {
        Set<Long> targets = missing.targets(object, change, value);
        return !targets.isEmpty() && targets.stream().noneMatch(created::contains);
    }

    /** The object as it may be sent now; null where nothing of it may. */
    ConnectorSpaceObject withoutMissing(ConnectorSpaceObject object) {
        Delta pending = object.hologram().pendingExport();
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
        return switch (pending.kind()) {
            case NONE, DELETE -> object;
            case ADD -> waits ? null : sending(object, Delta.add(changes));
            case UPDATE -> changes.isEmpty() ? null : sending(object, Delta.update(changes));
        };
    }

    private static ConnectorSpaceObject sending(ConnectorSpaceObject object, Delta part) {
        Hologram hologram = object.hologram();
        return object.with(new Hologram(
                hologram.type(), hologram.known(), hologram.pendingImport(), hologram.unconfirmedExport(), part));
    }

    /** What can be sent of a change; null for nothing. A required attribute is never left without a value on the way. */
    private Delta.AttributeChange possible(ConnectorSpaceObject object, Delta.AttributeChange change) {
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
        return part.added().isEmpty()
                && (exported == null
                        || part.removed().containsAll(exported.get(part.attribute()).asList()));
    }

    private boolean isRequired(ConnectorSpaceObject object, Delta.AttributeChange change) {
        AttributeDefinition attribute = object.type().attribute(change.attribute());
        return connector
                .objectType(object.type().name())
                .flatMap(type -> type.attribute(attribute.name()))
                .filter(definition -> definition.required())
                .isPresent();
    }

    private void note(ConnectorSpaceObject object, Delta.AttributeChange change, boolean waits) {
        for (Value value : change.added()) {
            if (isMissing(object, change, value)) {
                references.add(new PendingReference(
                        connector.name(),
                        object.id(),
                        object.type().attribute(change.attribute()).name(),
                        value.text(),
                        waits ? PendingReference.WAITS : PendingReference.NOT_CREATED));
            }
        }
    }
}
