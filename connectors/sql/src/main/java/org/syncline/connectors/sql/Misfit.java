package org.syncline.connectors.sql;

/** A value that is not what its column or attribute holds. */
final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param expected what it should have been, as in "a whole number" */
    Misfit(String expected) {
        super(expected, null, false, false);
    }
}
