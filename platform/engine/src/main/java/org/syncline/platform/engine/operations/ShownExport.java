package org.syncline.platform.engine.operations;

import java.util.List;

/**
 * A pending export as it is shown to a person; sensitive values are masked, secrets are markers.
 *
 * @param dn it has now, or gets; null where the system has no names
 * @param anchor null while the system has not told it
 * @param kind {@code add}, {@code update} or {@code delete}
 * @param newDn the name it gets; null where it keeps its own
 * @param changes of its other attributes
 * @param state why it is not simply sent next time, in words; null if it is
 */
public record ShownExport(
        long object, String objectType, String dn, String anchor, String kind, String newDn, List<Change> changes,
        String state) {

    /**
     * The change of one attribute.
     *
     * @param binary whether the values are Base64
     * @param multiValued whether the values are added and removed, not replaced
     */
    public record Change(
            String attribute, boolean multiValued, boolean binary, List<String> added, List<String> removed) {}

    /** What messages call it. */
    public String title() {
        return dn != null ? dn : anchor != null ? anchor : "#" + object;
    }

    /**
     * A set of them.
     *
     * @param digest names exactly this set
     */
    public record Set(String connector, long adds, long updates, long deletes, String digest) {
        public long size() {
            return adds + updates + deletes;
        }
    }
}
