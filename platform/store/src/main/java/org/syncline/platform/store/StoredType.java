package org.syncline.platform.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.syncline.platform.store.encoding.Layout;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ObjectType;

/** An object type as the store has seen it: every attribute it ever had, by the number it keeps for ever. */
final class StoredType {
    private final int number;
    private final String connector;
    private final String name;
    private final Map<String, StoredAttribute> attributes = new HashMap<>();

    /** The layout for the type that objects were last read in, and for the one they were last written in. */
    private Layout reading;
    private Layout writing;

    StoredType(int number, String connector, String name) {
        this.number = number;
        this.connector = connector;
        this.name = name;
    }

    /** One attribute; {@code inRows} is decided when it is first seen. */
    record StoredAttribute(int number, AttributeDefinition definition, boolean inRows) {
        static StoredAttribute first(int number, AttributeDefinition definition) {
            return new StoredAttribute(
                    number, definition, definition.isSetOfReferences());
        }

        StoredAttribute with(AttributeDefinition changed) {
            return new StoredAttribute(number, changed, inRows);
        }
    }

    int number() {
        return number;
    }

    /** The name of its connector; empty for the metaverse. */
    String connector() {
        return connector;
    }

    String name() {
        return name;
    }

    StoredAttribute attribute(String attribute) {
        return attributes.get(attribute);
    }

    int nextNumber() {
        return attributes.size() + 1;
    }

    void keep(StoredAttribute attribute) {
        attributes.put(attribute.definition().name(), attribute);
    }

    boolean knows(ObjectType type) {
        return type.attributes().stream().allMatch(definition -> {
            StoredAttribute stored = attributes.get(definition.name());
            return stored != null && stored.definition().equals(definition);
        });
    }

    Layout reading(ObjectType type) {
        if (reading == null || reading.type() != type) {
            reading = layout(type);
        }
        return reading;
    }

    Layout writing(ObjectType type) {
        if (writing == null || writing.type() != type) {
            writing = layout(type);
        }
        return writing;
    }

    boolean isWriting(ObjectType type) {
        return writing != null && writing.type() == type;
    }

    boolean isReading(ObjectType type) {
        return reading != null && reading.type() == type;
    }

    private Layout layout(ObjectType type) {
        List<StoredAttribute> stored = type.attributes().stream().map(one -> attributes.get(one.name())).toList();
        return new Layout(number, type, stored.stream().map(StoredAttribute::number).toList(),
                stored.stream().map(StoredAttribute::inRows).toList());
    }

    /** The type made of all attributes it ever had, for objects of a type that the configuration no longer has. */
    ObjectType remembered() {
        if (reading != null && reading.type().size() == attributes.size()) {
            return reading.type();
        }
        List<AttributeDefinition> all = new ArrayList<>(attributes.values().stream()
                .sorted(Comparator.comparingInt(StoredAttribute::number))
                .map(StoredAttribute::definition)
                .toList());
        if (connector.isEmpty()) {
            return ObjectType.ofMetaverse(name, all);
        }
        all.removeIf(definition -> definition.name().equals(ObjectType.DN));
        return ObjectType.ofConnectorSpace(name, all);
    }
}
