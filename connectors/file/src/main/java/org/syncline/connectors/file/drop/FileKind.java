package org.syncline.connectors.file.drop;

/** What a dropped file is about. */
public enum FileKind {
    /** Everything there is: it replaces what was dropped before. */
    FULL,
    /** What was added, changed and deleted since the file before. */
    CHANGES,
    /** Nothing but what was deleted. */
    DELETIONS
}
