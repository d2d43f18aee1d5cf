package org.syncline.dsl.extension;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;

/**
 * The attributes of an object as programs see them, by name: texts, numbers, truths, instants and bytes of Java; a list where there
 * may be several; nothing where there is none. It cannot be changed.
 */
public final class ObjectView extends AbstractMap<String, Object> {
    private final Attributes attributes;

    /** @param attributes null for an object without any */
    public ObjectView(Attributes attributes) {
        this.attributes = attributes;
    }

    @Override
    public Object get(Object name) {
        int index = attributes == null ? -1 : attributes.type().indexOf(String.valueOf(name));
        return index < 0 ? null : value(index);
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    private Object value(int index) {
        return PlainValues.of(attributes.get(index), attributes.type().attribute(index).multiValued());
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> present = new LinkedHashMap<>();
        if (attributes != null) {
            for (AttributeDefinition attribute : attributes.type().attributes()) {
                int index = attributes.type().index(attribute.name());
                if (attributes.get(index).isPresent()) {
                    present.put(attribute.name(), value(index));
                }
            }
        }
        return Map.copyOf(present).entrySet();
    }
}
