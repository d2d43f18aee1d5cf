package org.syncline.connectors.spi;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the objects of a type look like.
 *
 * @param sampled how many were looked at
 * @param attributes those that have values, by name, in whatever case
 */
public record TypeUsage(int sampled, Map<String, AttributeUsage> attributes) {

    /**
     * How objects use an attribute.
     *
     * @param objects how many of those looked at have a value
     * @param most values that one of them has
     */
    public record AttributeUsage(int objects, int most) {
        private static final AttributeUsage NONE = new AttributeUsage(0, 0);

        /** One more object, with values. */
        AttributeUsage and(int values) {
            return new AttributeUsage(objects + 1, Math.max(most, values));
        }
    }

    /** Counts objects as they are looked at. */
    public static final class Counting {
        private final Map<String, AttributeUsage> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private int sampled;

        /** One more object, with the number of values of each attribute that has any. */
        public void add(Map<String, Integer> values) {
            sampled++;
            values.forEach((name, count) -> attributes.merge(name, AttributeUsage.NONE.and(count),
                    (before, one) -> before.and(count)));
        }

        /** What there was to be seen. */
        public TypeUsage end() {
            return new TypeUsage(sampled, attributes);
        }
    }

    public TypeUsage {
        Map<String, AttributeUsage> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(attributes);
        attributes = copy;
    }

    /** How an attribute is used. */
    public AttributeUsage of(OfferedAttribute attribute) {
        return attributes.getOrDefault(attribute.name(), AttributeUsage.NONE);
    }
}
