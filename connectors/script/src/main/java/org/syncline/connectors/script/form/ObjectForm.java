package org.syncline.connectors.script.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Value;

/** The objects of one type in their plain form: values by the system's own names of attributes. */
final class ObjectForm {
    private final ObjectTypeSettings settings;
    private final boolean byName;
    private final AnchorForm anchor;
    private final Set<String> columns = new LinkedHashSet<>();

    /** @param byName whether objects have distinguished names */
    ObjectForm(ObjectTypeSettings settings, boolean byName) {
        this.settings = settings;
        this.byName = byName;
        this.anchor = new AnchorForm(settings.anchorColumns());
        columns.addAll(anchor.columns());
        settings.attributes().forEach(attribute -> columns.add(attribute.column()));
    }

    ObjectType type() {
        return settings.type();
    }

    Anchor anchor(Map<String, Object> values) {
        return anchor.read(values);
    }

    Map<String, Object> written(Anchor known) {
        return anchor.write(known);
    }

    String anchorColumns() {
        return String.join(", ", anchor.columns());
    }

    /** Whether the object is one of those to be read. */
    boolean reads(Map<String, Object> values) {
        return settings.filter().reads(column -> {
            List<Object> several = several(values.get(column));
            return several.isEmpty() || several.getFirst() == null ? null : several.getFirst().toString();
        });
    }

    /**
     * The object that the values make.
     *
     * @param complaints gets what is wrong with them
     */
    Attributes read(Map<String, Object> values, String dn, List<String> complaints) {
        Attributes.Builder object = Attributes.builder(type()).set(ObjectType.DN, dn);
        for (AttributeSettings attribute : settings.attributes()) {
            object.set(attribute.name(), Content.of(values(attribute, values, complaints)));
        }
        complainOfUnknown(values, complaints);
        return object.build();
    }

    /** The single values that are there now, or are there no more. */
    List<Delta.AttributeChange> changes(
            Map<String, Object> added, Map<String, Object> removed, List<String> complaints) {
        List<Delta.AttributeChange> changes = new ArrayList<>();
        for (AttributeSettings attribute : settings.attributes()) {
            List<Value> more = values(attribute, added, complaints);
            List<Value> less = values(attribute, removed, complaints);
            if (!more.isEmpty() || !less.isEmpty()) {
                changes.add(new Delta.AttributeChange(type().index(attribute.name()), more, less));
            }
        }
        complainOfUnknown(added, complaints);
        complainOfUnknown(removed, complaints);
        return changes;
    }

    private List<Value> values(AttributeSettings attribute, Map<String, Object> all, List<String> complaints) {
        AttributeDefinition definition = definition(attribute);
        List<Object> plain = several(all.get(attribute.column()));
        if (plain.size() > 1 && !definition.multiValued()) {
            complaints.add("attribute '" + attribute.column() + "' has " + plain.size()
                    + " values, but is single-valued. Send one, or declare it multi-valued");
            return List.of();
        }
        List<Value> values = new ArrayList<>();
        for (Object each : plain) {
            Value value = PlainValue.read(definition.type(), each, byName);
            if (value == null) {
                complaints.add("attribute '" + attribute.column() + "': " + shown(definition, each) + " is not "
                        + PlainValue.expected(definition.type()));
                return List.of();
            }
            values.add(value);
        }
        return values;
    }

    private static String shown(AttributeDefinition definition, Object value) {
        return definition.sensitive() ? "the value (not shown, it is sensitive)" : Fields.shown(value);
    }

    private static List<Object> several(Object value) {
        return switch (value) {
            case null -> List.of();
            case Collection<?> list -> new ArrayList<>(list);
            default -> List.of(value);
        };
    }

    private void complainOfUnknown(Map<String, Object> values, List<String> complaints) {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(columns);
        if (!unknown.isEmpty()) {
            complaints.add("unknown attribute '" + String.join("', '", unknown) + "'. Object type '" + type()
                    + "' declares " + String.join(", ", columns));
        }
    }

    /** All values of an object; those it does not have are left out. */
    Map<String, Object> write(Attributes object) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (AttributeSettings attribute : settings.attributes()) {
            Content content = object.get(attribute.name());
            if (content.isPresent()) {
                values.put(attribute.column(), plain(attribute, content.asList()));
            }
        }
        return values;
    }

    /** What attributes are to hold: null for nothing. */
    Map<String, Object> write(Attributes object, Collection<Delta.AttributeChange> changed) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Delta.AttributeChange change : changed) {
            AttributeSettings attribute = attribute(change);
            List<Value> held = object.get(change.attribute()).asList();
            values.put(attribute.column(),
                    held.isEmpty() && !definition(attribute).multiValued() ? null : plain(attribute, held));
        }
        return values;
    }

    /** The values of one attribute. */
    void put(Map<String, Object> target, Delta.AttributeChange change, List<Value> values) {
        if (!values.isEmpty()) {
            target.put(attribute(change).column(), plain(attribute(change), values));
        }
    }

    boolean isMultiValued(Delta.AttributeChange change) {
        return type().attribute(change.attribute()).multiValued();
    }

    private Object plain(AttributeSettings attribute, List<Value> values) {
        return definition(attribute).multiValued()
                ? values.stream().map(PlainValue::write).toList()
                : PlainValue.write(values.getFirst());
    }

    private AttributeDefinition definition(AttributeSettings attribute) {
        return type().attribute(type().index(attribute.name()));
    }

    private AttributeSettings attribute(Delta.AttributeChange change) {
        String name = type().attribute(change.attribute()).name();
        return settings.attributes().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /** What is declared of the type. */
    Map<String, Object> describe() {
        List<Map<String, Object>> attributes = settings.attributes().stream().map(attribute -> Map.<String, Object>of(
                "name", attribute.column(),
                "type", definition(attribute).type().name().toLowerCase(Locale.ROOT),
                "multiValued", definition(attribute).multiValued())).toList();
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", type().name());
        described.put("anchor", anchor.columns());
        described.put("attributes", attributes);
        return described;
    }
}
