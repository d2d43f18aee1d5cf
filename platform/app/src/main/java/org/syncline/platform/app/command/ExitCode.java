package org.syncline.platform.app.command;

/** How a command ends, for scripts. */
public final class ExitCode {
    /** Everything was done. */
    public static final int CLEAN = 0;
    /** The work was done, but not for every object. */
    public static final int OBJECT_ERRORS = 1;
    /** The configuration or the command line is wrong, or what it names cannot be reached. */
    public static final int CONFIGURATION = 2;
    /** A guard keeps changes back until a person looks at them. */
    public static final int HELD = 3;

    private ExitCode() {}
}
