package org.syncline.dsl.ruleset;

/**
 * A file that stands beside a system, or in its place, for one step.
 *
 * @param path relative to the configuration folder, or absolute
 */
public record AuditFile(Use use, String path) {

    /** What the file is for. */
    public enum Use {
        /** What would be exchanged is written to it, and the run stops there. */
        DROP_AND_STOP,
        /** What is exchanged is written to it. */
        DROP_AND_CONTINUE,
        /** It is read instead of the system. */
        RESUME
    }
}
