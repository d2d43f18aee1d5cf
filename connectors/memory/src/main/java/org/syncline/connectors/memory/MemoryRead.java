package org.syncline.connectors.memory;

import java.util.Optional;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;

/** What an object looks like to a connector: in its object type, through its filter. */
final class MemoryRead {
    private MemoryRead() {}

    /** What an import says of a change; nothing if it does not concern the connector. */
    static Optional<ImportedChange> change(MemorySettings settings, MemorySystem.Change change, boolean full) {
        Optional<ObjectTypeSettings> type = settings.objectType(change.key().objectType());
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Optional<ImportedChange> whole =
                whole(settings, type.get(), change.key().anchor(), change.attributes()).map(read -> read);
        return whole.isPresent() || full
                ? whole
                : Optional.of(new ImportedChange.Deleted(change.key().objectType(), change.key().anchor()));
    }

    /** What a delta import says of a change as single values; as a whole where the object was not there before. */
    static Optional<ImportedChange> patch(MemorySettings settings, MemorySystem.Change change, long since) {
        Optional<ObjectTypeSettings> type = settings.objectType(change.key().objectType());
        Optional<ImportedChange.Whole> before =
                type.flatMap(known -> whole(settings, known, change.key().anchor(), change.attributesAt(since)));
        Optional<ImportedChange> after = change(settings, change, false);
        return after.flatMap(now -> before.isPresent() && now instanceof ImportedChange.Whole whole
                ? patch(before.get(), whole)
                : after);
    }

    private static Optional<ImportedChange> patch(ImportedChange.Whole before, ImportedChange.Whole after) {
        Delta delta = Delta.between(before.attributes(), after.attributes());
        return delta.isNone()
                ? Optional.empty()
                : Optional.of(new ImportedChange.Patch(after.objectType(), after.anchor(), delta.changes()));
    }

    static Optional<ImportedChange.Whole> whole(
            MemorySettings settings, ObjectTypeSettings type, Anchor anchor, Attributes attributes) {
        if (attributes == null) {
            return Optional.empty();
        }
        Attributes read = attributes.as(type.type());
        if (!type.filter().reads(column -> read.type().has(column) ? read.text(column) : null)) {
            return Optional.empty();
        }
        if (settings.names() && !settings.partitions().selects(read.dn())) {
            return Optional.empty();
        }
        Attributes named = settings.names() ? read : read.with(ObjectType.DN, Absence.NULL);
        return Optional.of(new ImportedChange.Whole(anchor, named));
    }
}
