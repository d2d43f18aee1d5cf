package org.syncline.schema.identity;

import java.util.Objects;

/**
 * One attribute of an object type.
 *
 * @param name as rules write it; case-sensitive
 * @param type of each of its values
 * @param multiValued whether it may hold several values
 * @param indexed whether objects can be looked up by it
 * @param sensitive whether its values are masked wherever they are shown
 */
public record AttributeDefinition(String name, AttributeType type, boolean multiValued, boolean indexed,
        boolean sensitive) {

    public AttributeDefinition {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
    }

    public static AttributeDefinition single(String name, AttributeType type) {
        return new AttributeDefinition(name, type, false, false, false);
    }

    public static AttributeDefinition multi(String name, AttributeType type) {
        return new AttributeDefinition(name, type, true, false, false);
    }

    /** Whether it may hold several references. */
    public boolean isSetOfReferences() {
        return multiValued && type == AttributeType.REFERENCE;
    }
}
