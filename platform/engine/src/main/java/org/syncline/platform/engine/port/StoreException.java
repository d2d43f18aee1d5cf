package org.syncline.platform.engine.port;

/** The store refused, or is lost. The message is for the administrator: what, where, what to do. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean lost;

    public StoreException(String message, Throwable cause) {
        this(message, cause, false);
    }

    public StoreException(String message) {
        this(message, null);
    }

    private StoreException(String message, Throwable cause, boolean lost) {
        super(message, cause);
        this.lost = lost;
    }

    /** The store answers no more, so that there is no use in trying a part of what it was given. */
    public static StoreException lost(String message, Throwable cause) {
        return new StoreException(message, cause, true);
    }

    /** Whether the store answers no more, whatever it is given. */
    public boolean isLost() {
        return lost;
    }
}
