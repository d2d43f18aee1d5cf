package org.syncline.platform.engine.staging;

import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.platform.engine.run.Counter;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.ObjectType;

/** What one reported change makes of one staged object: pure functions. */
final class Staging {
    private Staging() {}

    /**
     * An object after the system reported it.
     *
     * @param before the object as it is staged
     * @param report hash of a whole object; ignored for patches and deletions
     */
    static ConnectorSpaceObject stage(ConnectorSpaceObject before, ImportedChange change, ContentHash report) {
        Hologram hologram = before.hologram();
        return switch (change) {
            case ImportedChange.Whole whole -> settled(
                    before, hologram.stage(named(before, whole.attributes().as(before.type())))).reported(report);
            case ImportedChange.Patch patch ->
                    settled(before, hologram.patch(patch.changes())).reported(ContentHash.UNKNOWN);
            case ImportedChange.Deleted gone -> settled(before, hologram.stage(null)).reported(ContentHash.UNKNOWN);
        };
    }

    /** A name that the system only spells otherwise is the name we know: no rename. */
    private static Attributes named(ConnectorSpaceObject before, Attributes reported) {
        Attributes expected = before.hologram().exported();
        String known = expected == null ? null : expected.dn();
        boolean same = known != null
                && reported.dn() != null
                && DistinguishedName.normalize(known).equals(DistinguishedName.normalize(reported.dn()));
        return same ? reported.with(ObjectType.DN, expected.get(ObjectType.DN)) : reported;
    }

    /** A draft that the system reports exists: what is still wanted of it is a change. */
    private static ConnectorSpaceObject settled(ConnectorSpaceObject before, Hologram after) {
        boolean exists = after.imported() != null;
        if (before.isDraft() && exists) {
            return before.with(after.want(before.hologram().wanted())).withDraft(null);
        }
        return before.with(after);
    }

    /** What is counted for it. */
    static Counter counter(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        return switch (after.hologram().pendingImport().kind()) {
            case NONE -> Counter.STAGE_NO_CHANGE;
            case ADD -> Counter.STAGE_ADD;
            case DELETE -> Counter.STAGE_DELETE;
            case UPDATE -> isRename(after) ? Counter.STAGE_RENAME : Counter.STAGE_UPDATE;
        };
    }

    private static boolean isRename(ConnectorSpaceObject object) {
        return object.hologram().pendingImport().change(object.type().index(ObjectType.DN)) != null;
    }

    /** Whether nothing is left to know of it: it may go from the connector space. */
    static boolean isOver(ConnectorSpaceObject object) {
        Hologram hologram = object.hologram();
        return hologram.known() == null
                && hologram.pendingImport().isNone()
                && hologram.pendingExport().isNone()
                && hologram.unconfirmedExport().isNone()
                && !object.isDraft()
                && !object.link().isJoined();
    }

    /** The attributes that the system accepted and now reports otherwise. */
    static List<String> contradicted(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        Attributes expected = before.hologram().exported();
        Attributes reported = after.hologram().imported();
        List<String> contradicted = new ArrayList<>();
        if (expected == null || reported == null) {
            return contradicted;
        }
        for (Delta.AttributeChange change : before.hologram().unconfirmedExport().changes()) {
            List<?> now = reported.get(change.attribute()).asList();
            if (!now.containsAll(change.added()) || change.removed().stream().anyMatch(now::contains)) {
                contradicted.add(before.type().attribute(change.attribute()).name());
            }
        }
        return contradicted;
    }
}
