package org.syncline.connectors.spi;

/**
 * How many objects there are.
 *
 * @param found those that were counted
 * @param areAll whether there are no more
 */
public record ObjectCount(int found, boolean areAll) {

    /** As it is shown. */
    @Override
    public String toString() {
        return String.format("%,d", found) + (areAll ? "" : " or more");
    }
}
