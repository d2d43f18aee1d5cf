package org.syncline.platform.engine.operations;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.GivenObject;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Conversion;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/**
 * A given object as its system would report it.
 *
 * @param anchor null if no value says it
 */
public record GivenImage(Attributes attributes, Anchor anchor) {

    /**
     * @param hasNames whether references name their targets by DN
     * @throws OperationRefused if its type cannot hold what is given
     */
    public static GivenImage of(GivenObject given, ConnectedObjectType type, boolean hasNames) {
        Attributes.Builder empty = Attributes.builder(type.type());
        if (given.dn() != null) {
            empty.set(ObjectType.DN, given.dn());
        }
        Map<String, List<String>> held = new LinkedHashMap<>(given.values());
        held.keySet().removeIf(name -> type.anchor().contains(name) && !type.type().has(name));
        return new GivenImage(set(empty.build(), hasNames, held), anchor(given, type));
    }

    /** What the values of the attributes that make up the anchor say; they need not be attributes of the type. */
    private static Anchor anchor(GivenObject given, ConnectedObjectType type) {
        List<String> parts = new ArrayList<>();
        type.anchor().forEach(name -> given.values().getOrDefault(name, List.of()).stream()
                .filter(part -> !part.isEmpty())
                .findFirst()
                .ifPresent(parts::add));
        return parts.isEmpty() || parts.size() < type.anchor().size() ? null : Anchor.of(parts);
    }

    /** The object with other values in some attributes; an empty text is no value. */
    static Attributes set(Attributes before, boolean hasNames, Map<String, List<String>> values) {
        Attributes.Builder builder = before.toBuilder();
        values.forEach((name, texts) -> builder.set(name, content(before.type(), hasNames, name, texts)));
        return builder.build();
    }

    private static Content content(ObjectType type, boolean hasNames, String name, List<String> texts) {
        if (!type.has(name)) {
            throw new OperationRefused("Objects of type '" + type.name() + "' have no attribute '" + name
                    + "'; there are " + String.join(", ", type.attributes().stream().map(one -> one.name()).toList()));
        }
        AttributeDefinition definition = type.attribute(type.index(name));
        if (texts.size() > 1 && !definition.multiValued()) {
            throw new OperationRefused("'" + name + "' holds a single value, and " + texts.size() + " are given");
        }
        return Content.of(texts.stream()
                .filter(text -> !text.isEmpty())
                .map(text -> value(hasNames, definition, text))
                .toList());
    }

    private static Value value(boolean hasNames, AttributeDefinition definition, String text) {
        Value value = switch (definition.type()) {
            case REFERENCE -> hasNames ? ReferenceValue.toDn(text) : ReferenceValue.toKey(text);
            case BINARY -> binary(text);
            case STRING, INTEGER, BOOLEAN, DATE -> Conversion.to(definition.type(), new TextValue(text));
        };
        if (value == null) {
            throw new OperationRefused("'" + text + "' is no value of '" + definition.name() + "', which holds "
                    + definition.type().name().toLowerCase(Locale.ROOT) + " values");
        }
        return value;
    }

    private static Value binary(String text) {
        try {
            return new BinaryValue(Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
