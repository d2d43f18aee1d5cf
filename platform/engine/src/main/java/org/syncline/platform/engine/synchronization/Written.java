package org.syncline.platform.engine.synchronization;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;

/**
 * What was written of a page, as far as somebody may have read it before.
 *
 * @param objects that are otherwise than before, or of which something else is known
 * @param identities of which the same can be said, or that gained or lost an object
 * @param keys under which other objects are found than before, or the same with other names
 * @param renamed identities whose accounts have other names
 * @param shifted whether the connector has other objects than before
 */
record Written(
        Set<Long> objects, Set<Long> identities, Set<ContentHash> keys, Set<Long> renamed, boolean shifted) {

    /** @param connector whose pages are read */
    static Written of(String connector, PageChanges changes) {
        Set<Long> objects = new HashSet<>(changes.owners());
        Set<Long> identities = new HashSet<>();
        Set<ContentHash> keys = new HashSet<>();
        Set<Long> renamed = new HashSet<>();
        boolean shifted = false;
        for (ConnectorSpaceChange change : changes.objects()) {
            ConnectorSpaceObject before = change.before();
            ConnectorSpaceObject after = change.after();
            objects.add(change.id());
            shifted |= shifts(connector, before, after);
            if (identity(before) != identity(after)) {
                identities.add(identity(before));
                identities.add(identity(after));
            }
            boolean isRenamed = !Objects.equals(name(before), name(after));
            if (isRenamed) {
                renamed.add(identity(before));
                renamed.add(identity(after));
            }
            if (isRenamed || !change.keysBefore().equals(change.keysAfter())) {
                keys.addAll(change.keysBefore());
                keys.addAll(change.keysAfter());
            }
        }
        changes.identities().stream().map(MetaverseChange::id).forEach(identities::add);
        changes.references().stream().map(PendingReference::owner).forEach(objects::add);
        for (ObjectError error : changes.errors()) {
            objects.add(error.object());
            identities.add(error.identity());
        }
        return new Written(objects, identities, keys, renamed, shifted);
    }

    private static boolean shifts(String connector, ConnectorSpaceObject before, ConnectorSpaceObject after) {
        return before == null
                ? after.connector().equals(connector)
                : before.connector().equals(connector) && (after == null || !before.type().equals(after.type()));
    }

    private static long identity(ConnectorSpaceObject object) {
        return object == null ? 0 : object.link().identity();
    }

    private static AccountName name(ConnectorSpaceObject object) {
        return object == null ? null : AccountName.of(object);
    }

    /** Whether an object is otherwise than before, or its identity is. */
    boolean concerns(ConnectorSpaceObject object) {
        return objects.contains(object.id())
                || object.link().isJoined() && identities.contains(object.link().identity());
    }
}
