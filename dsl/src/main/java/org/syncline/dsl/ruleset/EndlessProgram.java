package org.syncline.dsl.ruleset;

/** A program did not come to an end: the step that asked it fails. */
public final class EndlessProgram extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message which program it was, and what to do */
    public EndlessProgram(String message) {
        super(message);
    }
}
