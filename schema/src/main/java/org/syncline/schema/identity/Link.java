package org.syncline.schema.identity;

/**
 * The link of a connector-space object to its identity.
 *
 * @param state of the link
 * @param identity the number of the metaverse object, or 0 when not joined
 * @param origin who made the link; null when not joined
 */
public record Link(LinkState state, long identity, Origin origin) {

    /** Who made a link. */
    public enum Origin {
        JOIN,
        PROJECTION,
        PROVISIONING,
        MANUAL
    }

    public static final Link DISCONNECTED = new Link(LinkState.DISCONNECTED, 0, null);
    public static final Link EXPLICITLY_DISCONNECTED = new Link(LinkState.EXPLICITLY_DISCONNECTED, 0, null);
    public static final Link FILTERED = new Link(LinkState.FILTERED, 0, null);

    public Link {
        if ((state == LinkState.JOINED) != (identity != 0)) {
            throw new IllegalArgumentException("A link is " + state + " but names identity " + identity);
        }
    }

    public static Link joined(long identity, Origin origin) {
        return new Link(LinkState.JOINED, identity, origin);
    }

    public boolean isJoined() {
        return state == LinkState.JOINED;
    }
}
