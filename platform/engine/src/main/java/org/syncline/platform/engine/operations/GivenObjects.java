package org.syncline.platform.engine.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.GivenObject;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.synchronization.Preview;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Conversion;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Objects as if their systems had just reported them so: given whole, or stored ones with other values. */
final class GivenObjects {
    /** Beyond every number that is in use, and below those that previews make up. */
    private static final long FIRST = 1L << 61;

    private final Store store;
    private final PinnedRules rules;
    private long next = FIRST;

    GivenObjects(Store store, PinnedRules rules) {
        this.store = store;
        this.rules = rules;
    }

    /** The object as it is staged, and as it would be. */
    Preview.Given changed(ConnectorSpaceObject object, Map<String, List<String>> values) {
        Attributes imported = object.hologram().imported();
        if (imported == null) {
            throw new OperationRefused(
                    "'" + object.title() + "' does not exist in its system, so it can hold no values");
        }
        return new Preview.Given(object, object.with(object.hologram().stage(set(imported, values))));
    }

    Preview.Given given(GivenObject given) {
        ConnectedObjectType type = type(given);
        Attributes.Builder empty = Attributes.builder(type.type());
        if (given.dn() != null) {
            empty.set(ObjectType.DN, given.dn());
        }
        Attributes reported = set(empty.build(), given.values());
        ConnectorSpaceObject stored = stored(given, type, anchor(type, reported));
        return new Preview.Given(
                stored, stored.with(stored.hologram().stage(given.deleted() ? null : reported)));
    }

    private ConnectedObjectType type(GivenObject given) {
        ConnectorDefinition connector = rules.ruleset().connectors().get(given.connector());
        if (connector == null) {
            throw new OperationRefused("There is no connector '" + given.connector() + "'; there are "
                    + String.join(", ", rules.ruleset().connectors().keySet()));
        }
        return connector.objectType(given.objectType())
                .orElseThrow(() -> new OperationRefused("Connector '" + connector.name() + "' has no object type '"
                        + given.objectType() + "'; there are " + String.join(", ",
                                connector.objectTypes().stream().map(one -> one.type().name()).toList())));
    }

    private static Anchor anchor(ConnectedObjectType type, Attributes reported) {
        List<String> parts = new ArrayList<>();
        for (String name : type.anchor()) {
            String part = type.type().has(name) ? reported.text(name) : null;
            if (part == null) {
                return reported.dn() == null ? null : new Anchor(reported.dn());
            }
            parts.add(part);
        }
        return Anchor.of(parts);
    }

    /** The staged object with this anchor, or a new one. */
    private ConnectorSpaceObject stored(GivenObject given, ConnectedObjectType type, Anchor anchor) {
        if (anchor == null) {
            throw new OperationRefused("A given object of '" + given.connector() + "' has no value in "
                    + String.join(", ", type.anchor()) + ", which says which object it is");
        }
        ContentHash key = Keys.anchor(given.connector(), type.type().name(), anchor);
        List<Long> ids = store.connectorSpace().find(List.of(key)).getOrDefault(key, List.of());
        return store.connectorSpace().load(ids).stream()
                .findFirst()
                .orElseGet(() -> ConnectorSpaceObject.unseen(next++, given.connector(), anchor, type.type()));
    }

    private static Attributes set(Attributes before, Map<String, List<String>> values) {
        Attributes.Builder builder = before.toBuilder();
        values.forEach((name, texts) -> builder.set(name, content(before, name, texts)));
        return builder.build();
    }

    private static Content content(Attributes image, String name, List<String> texts) {
        ObjectType type = image.type();
        boolean hasNames = image.dn() != null;
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
        if (definition.type() == AttributeType.REFERENCE) {
            return hasNames ? ReferenceValue.toDn(text) : ReferenceValue.toKey(text);
        }
        Value value = Conversion.to(definition.type(), new TextValue(text));
        if (value == null) {
            throw new OperationRefused("'" + text + "' is no value of '" + definition.name() + "', which holds "
                    + definition.type().name().toLowerCase(Locale.ROOT) + " values");
        }
        return value;
    }
}
