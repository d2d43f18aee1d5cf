package org.syncline.platform.engine.operations;

/** What a person asked for cannot be done; the message says why and what to do. */
public final class OperationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OperationRefused(String message) {
        super(message);
    }
}
