package org.syncline.connectors.file;

/** A text that is no record. The message says what is wrong and what to do. */
public final class MalformedRecord extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line the line of the text that is wrong, from 0 */
    public MalformedRecord(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line of the text that is wrong, from 0. */
    public int line() {
        return line;
    }
}
