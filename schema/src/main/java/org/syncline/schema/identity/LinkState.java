package org.syncline.schema.identity;

/** Whether a connector-space object belongs to an identity. */
public enum LinkState {
    JOINED,
    DISCONNECTED,
    /** Disconnected by a person or an outcome that asks for it; only a person relinks it. */
    EXPLICITLY_DISCONNECTED,
    /** Kept out by the connector's filter. */
    FILTERED
}
