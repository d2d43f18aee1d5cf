package org.syncline.connectors.file.delimited;

/** What a row of a file is like. */
enum RowKind {
    /** Nothing stands in it. */
    BLANK(null),
    /** Its quoting is right. */
    WELL_FORMED(null),
    UNCLOSED_QUOTE("A quote is opened here and never closed. Close it, or double it if it belongs to the value."),
    TEXT_AFTER_QUOTE(
            "Something follows a closing quote. Quote the whole value, and double the quotes that belong to it."),
    TOO_LONG("The row is longer than " + RowSplitter.MOST_CHARACTERS
            + " characters. Is this the right file, with line breaks?");

    private final String complaint;

    RowKind(String complaint) {
        this.complaint = complaint;
    }

    boolean isMalformed() {
        return complaint != null;
    }

    /** What is wrong and what to do. */
    String complaint() {
        return complaint;
    }
}
