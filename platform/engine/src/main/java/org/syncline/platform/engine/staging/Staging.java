package org.syncline.platform.engine.staging;

import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.platform.engine.page.Arrival;
import org.syncline.platform.engine.run.Counter;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Value;

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
            case ImportedChange.Whole whole ->
                    whole(before, named(before, whole.attributes().as(before.type()))).reported(report);
            case ImportedChange.Patch patch ->
                    settled(before, hologram.patch(patch.changes())).reported(ContentHash.UNKNOWN);
            case ImportedChange.Deleted deleted -> gone(before);
        };
    }

    /**
     * An object after the system reported a part of it, and nobody knows which part is missing: what it gained it gains, what it seems
     * to have lost stays.
     */
    static ConnectorSpaceObject stageIncomplete(ConnectorSpaceObject before, ImportedChange change) {
        Attributes known = before.hologram().imported();
        return known != null && change instanceof ImportedChange.Whole whole
                ? stage(before, new ImportedChange.Whole(whole.anchor(), both(known, whole.attributes())),
                        ContentHash.UNKNOWN)
                : stage(before, change, ContentHash.UNKNOWN);
    }

    private static Attributes both(Attributes known, Attributes reported) {
        Attributes.Builder both = reported.as(known.type()).toBuilder();
        for (int index = 0; index < known.type().size(); index++) {
            if (known.type().attribute(index).multiValued()) {
                List<Value> values = new ArrayList<>(both.get(index).asList());
                values.addAll(known.get(index).asList());
                both.set(index, Content.of(values));
            } else if (!both.get(index).isPresent()) {
                both.set(index, known.get(index));
            }
        }
        return both.build();
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

    private static ConnectorSpaceObject whole(ConnectorSpaceObject before, Attributes reported) {
        return before.hologram().unconfirmedExport().kind() == Delta.Kind.DELETE
                && reported.equals(before.hologram().imported())
                        ? before.with(undeleted(before.hologram()))
                        : settled(before, before.hologram().stage(reported));
    }

    /** Its deletion was accepted and did not happen: it is sent again. What is there but differs may be another one's by now. */
    private static Hologram undeleted(Hologram hologram) {
        return new Hologram(hologram.type(), hologram.known(), hologram.pendingImport(), Delta.none(), Delta.delete());
    }

    /** An object that the system does not have; nothing new of one that was gone already. */
    static ConnectorSpaceObject gone(ConnectorSpaceObject before) {
        Hologram hologram = before.hologram();
        boolean isNoNews = hologram.imported() == null && hologram.unconfirmedExport().isNone();
        return isNoNews ? before : before.with(seen(before).stage(null)).reported(ContentHash.UNKNOWN);
    }

    /** An account that was there, although it was not synchronized yet, is deleted, and not one that never was. */
    private static Hologram seen(ConnectorSpaceObject before) {
        return before.hologram().known() == null && before.link().isJoined()
                ? before.hologram().synchronize()
                : before.hologram();
    }

    /** A draft that the system reports exists: what is still wanted of it is a change. */
    private static ConnectorSpaceObject settled(ConnectorSpaceObject before, Hologram after) {
        boolean exists = after.imported() != null;
        if (before.isDraft() && exists) {
            return before.with(after.want(Arrival.wantedNow(before, after.exported())))
                    .withDraft(null);
        }
        return before.with(after);
    }

    /** What is counted for it. */
    static Counter counter(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        Delta.Kind now = after.hologram().pendingImport().kind();
        boolean wasGone = before.hologram().pendingImport().kind() == Delta.Kind.DELETE;
        if (wasGone && now != Delta.Kind.DELETE && after.hologram().imported() != null) {
            return Counter.STAGE_DELETE_ADD;
        }
        return switch (now) {
            case NONE -> Counter.STAGE_NO_CHANGE;
            case ADD -> Counter.STAGE_ADD;
            case DELETE -> Counter.STAGE_DELETE;
            case UPDATE -> isRename(after) ? Counter.STAGE_RENAME : Counter.STAGE_UPDATE;
        };
    }

    private static boolean isRename(ConnectorSpaceObject object) {
        return object.hologram().pendingImport().change(object.type().index(ObjectType.DN)) != null;
    }

    /** Whether the system accepted its deletion and still has it. */
    static boolean isUndeleted(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        return before.hologram().unconfirmedExport().kind() == Delta.Kind.DELETE
                && after.hologram().pendingExport().kind() == Delta.Kind.DELETE;
    }
}
