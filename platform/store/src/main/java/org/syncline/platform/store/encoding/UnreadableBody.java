package org.syncline.platform.store.encoding;

/** A body that this version cannot read: it is damaged, or a newer version wrote it. */
public final class UnreadableBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableBody(String message) {
        super(message);
    }
}
