package org.syncline.connectors.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.DistinguishedName;

/** Carries out export operations, one after the other. */
final class MemoryExport {
    private final MemorySystem system;
    private final MemorySettings settings;
    private final MemoryTree tree;

    MemoryExport(MemorySystem system, MemorySettings settings) {
        this.system = system;
        this.settings = settings;
        this.tree = new MemoryTree(system, settings.base());
    }

    List<ExportResult> export(List<ExportOperation> operations) {
        OptionalInt breakAfter = system.faults().exportBreak();
        List<ExportResult> results = new ArrayList<>(operations.size());
        for (ExportOperation operation : operations) {
            if (breakAfter.isPresent() && results.size() >= breakAfter.getAsInt()) {
                throw MemoryFaults.connectionLost(system.name());
            }
            results.add(export(operation));
        }
        return results;
    }

    private ExportResult export(ExportOperation operation) {
        ExportResult.Rejected refusal = system.faults().refusal(operation);
        if (refusal != null) {
            return refusal;
        }
        ExportResult result = perform(operation);
        return system.faults().losesAnswer(operation)
                ? rejected(ExportResult.Code.CONNECTION_LOST, "The answer was lost, as a test asked for")
                : result;
    }

    private ExportResult perform(ExportOperation operation) {
        Optional<ObjectTypeSettings> type = settings.objectType(operation.objectType());
        if (type.isEmpty()) {
            return rejected(ExportResult.Code.NOT_SUPPORTED,
                    "This connector has no object type '" + operation.objectType() + "'");
        }
        return switch (operation) {
            case ExportOperation.Add add -> add(add, type.get());
            case ExportOperation.Update update -> update(update, type.get());
            case ExportOperation.Delete delete -> delete(delete);
        };
    }

    private ExportResult add(ExportOperation.Add add, ObjectTypeSettings type) {
        Attributes object = named(add.attributes(), null);
        if (settings.names() == (object.dn() == null)) {
            return namesDiffer(object.dn());
        }
        Optional<Anchor> given = MemoryAnchors.anchor(type, object);
        if (isTaken(object.dn()) || given.flatMap(anchor -> system.find(add.objectType(), anchor)).isPresent()) {
            return rejected(ExportResult.Code.ALREADY_EXISTS,
                    "There is an object " + Objects.requireNonNullElse(object.dn(), "" + given.orElse(null)));
        }
        if (!tree.hasPlace(object.dn())) {
            return noPlace(object.dn());
        }
        Anchor anchor = given.orElseGet(system::generateAnchor);
        if (!system.faults().drops(add)) {
            system.put(anchor, system.faults().rewritten(add, MemoryAnchors.withAnchor(type, object, anchor)));
        }
        return new ExportResult.Accepted(settings.tellsAnchors() ? anchor : null, object.dn());
    }

    private ExportResult update(ExportOperation.Update update, ObjectTypeSettings type) {
        Optional<MemoryObject> found = find(update.objectType(), update.anchor(), update.dn());
        if (found.isEmpty()) {
            return gone(update);
        }
        Attributes before = found.get().attributes().as(type.type());
        Attributes after = named(Delta.update(update.changes()).applyTo(before, type.type()), before.dn());
        return refusal(before, after, type).orElseGet(() -> {
            if (!system.faults().drops(update)) {
                system.put(found.get().anchor(), system.faults().rewritten(update, after));
                tree.carry(before.dn(), after.dn()).forEach(this::mendReferences);
                mendReferences(before.dn(), after.dn());
            }
            return new ExportResult.Accepted(found.get().anchor(), after.dn());
        });
    }

    /** @param before the name it had; null for a new object */
    private Attributes named(Attributes object, String before) {
        boolean isToFollow = settings.namesHoldValues() && object.dn() != null && !object.dn().equals(before);
        return isToFollow ? NameValues.follow(object, before) : object;
    }

    private Optional<ExportResult> refusal(Attributes before, Attributes after, ObjectTypeSettings type) {
        boolean renamed = !Objects.equals(before.dn(), after.dn());
        if (renamed && settings.names() == (after.dn() == null)) {
            return Optional.of(namesDiffer(after.dn()));
        }
        if (renamed && isTaken(after.dn()) && !system.owner(before.dn()).equals(system.owner(after.dn()))) {
            return Optional.of(rejected(ExportResult.Code.ALREADY_EXISTS, "There is an object " + after.dn()));
        }
        if (renamed && !tree.hasPlace(after.dn())) {
            return Optional.of(noPlace(after.dn()));
        }
        if (!MemoryAnchors.anchor(type, before).equals(MemoryAnchors.anchor(type, after))) {
            String message = "The anchor (" + String.join(", ", type.anchor()) + ") of an object cannot change";
            return Optional.of(new ExportResult.Rejected(ExportResult.Code.CONSTRAINT_VIOLATION, message,
                    type.anchor().getFirst(), null));
        }
        return Optional.empty();
    }

    private ExportResult delete(ExportOperation.Delete delete) {
        Optional<MemoryObject> found = find(delete.objectType(), delete.anchor(), delete.dn());
        if (found.isEmpty()) {
            return gone(delete);
        }
        if (tree.isContainer(found.get().attributes().dn())) {
            return rejected(ExportResult.Code.CONSTRAINT_VIOLATION,
                    "'" + found.get().attributes().dn() + "' has objects below it");
        }
        if (!system.faults().drops(delete)) {
            system.remove(delete.objectType(), found.get().anchor());
            mendReferences(found.get().attributes().dn(), null);
        }
        return new ExportResult.Accepted(found.get().anchor(), found.get().attributes().dn());
    }

    private void mendReferences(String from, String to) {
        if (settings.mendsReferences() && from != null && !from.equals(to)) {
            system.replaceReferences(from, to);
        }
    }

    private Optional<MemoryObject> find(String objectType, Anchor anchor, String dn) {
        return anchor == null ? system.byDn(objectType, dn) : system.find(objectType, anchor);
    }

    private boolean isTaken(String dn) {
        return system.owner(dn).isPresent();
    }

    private ExportResult noPlace(String dn) {
        return rejected(ExportResult.Code.NO_SUCH_OBJECT,
                "'" + dn + "' cannot be there: '" + DistinguishedName.parent(dn) + "' does not exist");
    }

    private ExportResult gone(ExportOperation operation) {
        String what = Objects.requireNonNullElse(operation.dn(), operation.toString());
        return rejected(ExportResult.Code.NO_SUCH_OBJECT, "The system '" + system.name() + "' has no object " + what);
    }

    private ExportResult namesDiffer(String dn) {
        return dn == null
                ? rejected(ExportResult.Code.CONSTRAINT_VIOLATION,
                        "An object needs a DN: the connector's setting 'names' is true")
                : rejected(
                        ExportResult.Code.NOT_SUPPORTED,
                        "An object cannot be called " + dn + ": the connector's setting 'names' is false");
    }

    private static ExportResult rejected(ExportResult.Code code, String message) {
        return new ExportResult.Rejected(code, message, null, null);
    }
}
