package org.syncline.platform.engine.staging;

import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;

/** What becomes of an object that a full import which ended well did not see. */
final class Unseen {
    private Unseen() {}

    static ConnectorSpaceObject stage(ConnectorSpaceObject before) {
        return isLost(before) ? lost(before) : Staging.gone(before);
    }

    /** Whether its add was accepted, and nothing was ever seen of it. */
    private static boolean isLost(ConnectorSpaceObject before) {
        Hologram hologram = before.hologram();
        return hologram.known() == null && hologram.unconfirmedExport().kind() == Delta.Kind.ADD;
    }

    /** Provisioning decides anew: what was accepted no longer has the secrets that a new account needs. */
    private static ConnectorSpaceObject lost(ConnectorSpaceObject before) {
        Hologram hologram = new Hologram(before.type(), null, Delta.delete(), Delta.none(), Delta.none());
        return before.with(hologram).reported(ContentHash.UNKNOWN);
    }
}
