package org.syncline.connectors.script.program;

/** An answer broke off; the message says how. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean outputEnded;

    Broken(String message) {
        this(message, false);
    }

    private Broken(String message, boolean outputEnded) {
        super(message);
        this.outputEnded = outputEnded;
    }

    /** The output ended, as that of a program does that ends. */
    static Broken byEnd(String message) {
        return new Broken(message, true);
    }

    boolean isByEnd() {
        return outputEnded;
    }
}
