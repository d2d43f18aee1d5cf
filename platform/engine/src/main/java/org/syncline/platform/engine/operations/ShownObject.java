package org.syncline.platform.engine.operations;

import java.util.List;

/**
 * An object as it is shown to a person; sensitive values are masked.
 *
 * @param space {@code metaverse} or the connector's name
 * @param title what it is called
 * @param state in words: link state, or whether an identity is ending
 * @param identity number of the identity it is or belongs to; 0 for none
 * @param attributes those that hold something
 * @param pending what is pending for it, in words
 * @param links of an identity: its accounts
 * @param errors open errors
 * @param references references that lead nowhere yet
 */
public record ShownObject(
        long id,
        String space,
        String objectType,
        String title,
        String state,
        long identity,
        List<ShownAttribute> attributes,
        List<PendingChange> pending,
        List<ShownLink> links,
        List<ShownError> errors,
        List<ShownReference> references) {

    /** @param lineage where each value comes from, in the order of the values; empty outside the metaverse */
    public record ShownAttribute(String name, List<String> values, List<String> lineage) {}

    /**
     * A pending change.
     *
     * @param direction {@code import}, {@code unconfirmed export} or {@code export}
     * @param kind {@code add}, {@code update} or {@code delete}
     */
    public record PendingChange(String direction, String kind, List<ChangedAttribute> changes) {}

    public record ChangedAttribute(String name, List<String> added, List<String> removed) {}

    public record ShownLink(String connector, String objectType, long object, String title, String origin) {}

    public record ShownError(String origin, String code, String message, String rule) {}

    public record ShownReference(String attribute, String key, String reason) {}
}
