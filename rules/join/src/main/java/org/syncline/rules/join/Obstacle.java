package org.syncline.rules.join;

import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** Says what keeps a matching object from being adopted. */
final class Obstacle {
    private Obstacle() {}

    /** In words, or null if the object is free. */
    static String to(ConnectorSpaceObject object, MetaverseObject identity) {
        return switch (object.link().state()) {
            case DISCONNECTED -> isDeletionUnconfirmed(object)
                    ? "'" + object.title()
                            + "' is the account, but its deletion was sent; an import must confirm that it is gone first"
                    : null;
            case FILTERED -> "'" + object.title() + "' is the account, but the filter of its connector keeps it out";
            case EXPLICITLY_DISCONNECTED ->
                    "'" + object.title()
                            + "' is the account, but it was disconnected explicitly; join it by hand or remove it";
            case JOINED -> "'" + object.title() + "' matches but is joined to "
                    + (object.link().identity() == identity.id()
                            ? "this identity already"
                            : "identity " + object.link().identity());
        };
    }

    private static boolean isDeletionUnconfirmed(ConnectorSpaceObject object) {
        return !object.isDraft() && object.hologram().exported() == null;
    }
}
