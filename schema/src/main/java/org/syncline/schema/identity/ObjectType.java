package org.syncline.schema.identity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A named, ordered list of attributes; the position of an attribute in it is its index in {@link Attributes}.
 *
 * <p>The types of a connector space begin with the attribute {@link #DN}, which is empty where the system has no names: a rename is
 * a change like any other.
 */
public final class ObjectType {
    /** The name of the attribute that holds a connector-space object's distinguished name. */
    public static final String DN = "dn";

    private final String name;
    private final List<AttributeDefinition> attributes;
    private final Map<String, Integer> indexes = new HashMap<>();

    private ObjectType(String name, List<AttributeDefinition> attributes) {
        this.name = name;
        this.attributes = List.copyOf(attributes);
        for (int index = 0; index < attributes.size(); index++) {
            if (indexes.put(attributes.get(index).name(), index) != null) {
                throw new IllegalArgumentException(
                        "Object type '" + name + "' has two attributes '" + attributes.get(index).name() + "'");
            }
        }
    }

    public static ObjectType ofMetaverse(String name, List<AttributeDefinition> attributes) {
        return new ObjectType(name, attributes);
    }

    public static ObjectType ofMetaverse(String name, AttributeDefinition... attributes) {
        return ofMetaverse(name, Arrays.asList(attributes));
    }

    /** A connector-space type; the attribute {@code dn} is put first. */
    public static ObjectType ofConnectorSpace(String name, List<AttributeDefinition> attributes) {
        AttributeDefinition[] all = new AttributeDefinition[attributes.size() + 1];
        all[0] = AttributeDefinition.single(DN, AttributeType.STRING);
        for (int index = 0; index < attributes.size(); index++) {
            all[index + 1] = attributes.get(index);
        }
        return new ObjectType(name, Arrays.asList(all));
    }

    public static ObjectType ofConnectorSpace(String name, AttributeDefinition... attributes) {
        return ofConnectorSpace(name, Arrays.asList(attributes));
    }

    public String name() {
        return name;
    }

    public List<AttributeDefinition> attributes() {
        return attributes;
    }

    public int size() {
        return attributes.size();
    }

    public AttributeDefinition attribute(int index) {
        return attributes.get(index);
    }

    /** The index of the named attribute, or -1 if there is none. */
    public int indexOf(String attribute) {
        return indexes.getOrDefault(attribute, -1);
    }

    public boolean has(String attribute) {
        return indexes.containsKey(attribute);
    }

    /**
     * The index of an attribute that must exist.
     *
     * @throws IllegalArgumentException if there is no such attribute
     */
    public int index(String attribute) {
        int index = indexOf(attribute);
        if (index < 0) {
            throw new IllegalArgumentException("Object type '" + name + "' has no attribute '" + attribute + "'");
        }
        return index;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof ObjectType that && name.equals(that.name) && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
