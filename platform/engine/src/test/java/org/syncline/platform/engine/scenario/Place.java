package org.syncline.platform.engine.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Conversion;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** A system that people and the engine work on. In texts, values of one attribute are separated by {@code |}. */
final class Place {
    private final MemorySystem system;
    private final ConnectorDefinition connector;

    Place(MemorySystem system, ConnectorDefinition connector) {
        this.system = system;
        this.connector = connector;
    }

    private ObjectType type(String name) {
        return connector.objectType(name).map(ConnectedObjectType::type).orElseThrow();
    }

    /** Makes an object, or gives one other values; what is not named has none. */
    Place put(String type, String anchor, Map<String, String> values) {
        system.put(new Anchor(anchor), of(type(type), values));
        return this;
    }

    /** The same for an object that its DN names. */
    Place put(String type, Map<String, String> values) {
        system.put(of(type(type), values));
        return this;
    }

    /** Changes some values of the object that its DN names. */
    Place edit(String type, String dn, Map<String, String> values) {
        MemoryObject object = system.byDn(type, dn).orElseThrow();
        Attributes.Builder edited = object.attributes().toBuilder();
        values.forEach((name, text) -> edited.set(name, content(type(type), name, text)));
        system.put(object.anchor(), edited.build());
        return this;
    }

    Place remove(String type, String anchor) {
        system.remove(type, new Anchor(anchor));
        return this;
    }

    /** Removes the object that its DN names. */
    Place removeNamed(String type, String dn) {
        system.remove(type, system.byDn(type, dn).orElseThrow().anchor());
        return this;
    }

    MemorySystem system() {
        return system;
    }

    private static Attributes of(ObjectType type, Map<String, String> values) {
        Attributes.Builder object = Attributes.builder(type);
        values.forEach((name, text) -> object.set(name, content(type, name, text)));
        return object.build();
    }

    private static Content content(ObjectType type, String name, String text) {
        AttributeDefinition attribute = type.attribute(type.index(name));
        List<String> texts = text.isEmpty() ? List.of() : Arrays.asList(text.split("\\|"));
        return Content.of(texts.stream().map(value -> value(attribute.type(), value)).toList());
    }

    private static Value value(AttributeType type, String text) {
        return type == AttributeType.REFERENCE
                ? text.contains("=") ? ReferenceValue.toDn(text) : ReferenceValue.toKey(text)
                : Conversion.to(type, new TextValue(text));
    }

    /** The objects of a type, a line each: the DN or the anchor, and the values in the order of their attributes. */
    String show(String type) {
        return String.join("\n", system.objects(type).stream().map(Place::show).sorted().toList());
    }

    /** The anchor of the object that its DN names. */
    String anchor(String type, String dn) {
        return system.byDn(type, dn).orElseThrow().anchor().text();
    }

    private static String show(MemoryObject object) {
        Attributes attributes = object.attributes();
        List<String> values = new ArrayList<>();
        for (int index = 0; index < attributes.type().size(); index++) {
            AttributeDefinition attribute = attributes.type().attribute(index);
            if (attributes.get(index).isPresent() && !attribute.name().equals(ObjectType.DN)) {
                List<String> texts = attributes.get(index).asList().stream().map(Place::text).sorted().toList();
                values.add(attribute.name() + "=" + String.join("|", texts));
            }
        }
        String title = attributes.dn() == null ? object.anchor().text() : attributes.dn();
        return title + ": " + String.join(" ", values);
    }

    private static String text(Value value) {
        return value instanceof ReferenceValue reference ? reference.key() : value.text();
    }

    void leave() {
        MemorySystem.forget(system.name());
    }
}
