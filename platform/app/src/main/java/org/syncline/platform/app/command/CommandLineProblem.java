package org.syncline.platform.app.command;

/** Something that keeps a command from starting; its message is for the person at the terminal. */
public final class CommandLineProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandLineProblem(String message) {
        super(message);
    }
}
