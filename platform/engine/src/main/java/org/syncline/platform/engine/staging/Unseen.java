package org.syncline.platform.engine.staging;

import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Hologram;

/** What becomes of an object that a full import which ended well did not see. */
final class Unseen {
    private Unseen() {}

    /** Of an account that was accepted and never arrived, provisioning decides anew: its secrets were not kept. */
    static ConnectorSpaceObject stage(ConnectorSpaceObject before) {
        Hologram hologram = before.hologram();
        return hologram.isUnseenAdd()
                ? before.with(hologram.lost()).reported(ContentHash.UNKNOWN)
                : Staging.gone(before);
    }
}
