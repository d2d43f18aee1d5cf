package org.syncline.platform.engine.discovery;

import java.util.List;
import org.syncline.connectors.spi.OfferedAttribute;

/**
 * An object type as it could be declared.
 *
 * @param anchor what identifies its objects
 * @param isAnchorKnown whether the system says so, and it is not just the first attribute
 * @param sampled how many of its objects were looked at
 * @param leftOut how many more attributes the system offers
 */
public record SuggestedType(
        String name, String description, String anchor, boolean isAnchorKnown, List<SuggestedAttribute> attributes,
        int sampled, int leftOut) {
    public SuggestedType {
        attributes = List.copyOf(attributes);
    }

    /**
     * One of its attributes.
     *
     * @param multiValued whether it is best declared so: where the system allows several values and none was seen to have them, it is not
     * @param referenceTo the object type a reference names; null where the values are names
     * @param usedBy how many of the objects looked at have a value
     */
    public record SuggestedAttribute(
            OfferedAttribute offered, boolean multiValued, String referenceTo, int usedBy) {}
}
