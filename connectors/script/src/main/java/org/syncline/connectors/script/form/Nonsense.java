package org.syncline.connectors.script.form;

/** A message that is not one of those agreed upon. */
public final class Nonsense extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was expected, and what came instead */
    public Nonsense(String message) {
        super(message);
    }
}
