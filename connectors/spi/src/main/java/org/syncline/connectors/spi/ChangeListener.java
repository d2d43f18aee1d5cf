package org.syncline.connectors.spi;

/**
 * Gets what a {@link ChangeWatch} hears: that something changed, and never what, which an import reads. Called by a thread of the watch,
 * one call at a time; returns soon.
 */
public interface ChangeListener {

    /**
     * From now on changes are told: once when the watch begins to hear, and once after each interruption. What changed before may not have
     * been told.
     */
    void listening();

    /** Something may have changed. Several changes may be told as one. */
    void changed();

    /**
     * Changes are not told for now; told once, however often it is tried again.
     *
     * @param reason what, where, what to do, for the administrator
     */
    void interrupted(String reason);
}
