package org.syncline.platform.engine.staging;

import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;

/** What becomes of an object that a full import which ended well did not see. */
final class Unseen {
    private Unseen() {}

    static ConnectorSpaceObject stage(ConnectorSpaceObject before) {
        Hologram hologram = before.hologram();
        boolean accepted = hologram.known() == null && hologram.unconfirmedExport().kind() == Delta.Kind.ADD;
        return accepted
                ? sendAgain(before)
                : before.with(hologram.stage(null)).reported(ContentHash.UNKNOWN);
    }

    /** The add was accepted but the object is not there: it is added once more. */
    private static ConnectorSpaceObject sendAgain(ConnectorSpaceObject before) {
        Hologram hologram = before.hologram();
        Hologram lost = Hologram.unseen(hologram.type()).want(hologram.wanted());
        return before.with(lost).withDraft(hologram.wanted()).reported(ContentHash.UNKNOWN);
    }
}
