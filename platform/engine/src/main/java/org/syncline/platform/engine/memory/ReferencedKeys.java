package org.syncline.platform.engine.memory;

import java.util.HashSet;
import java.util.Set;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.TypeSource.Target;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** What the references of an object name. */
record ReferencedKeys(TypeSource types) {

    Set<Index.Key> of(ConnectorSpaceObject object) {
        Attributes known = object == null ? null : object.hologram().known();
        return known == null ? Set.of() : keys(known, (attribute, reference) -> {
            Target target = types.target(object.connector(), known.type().name(), attribute);
            return target.key(object.connector(), reference);
        });
    }

    static Set<Index.Key> of(MetaverseObject object) {
        return object == null
                ? Set.of()
                : keys(object.attributes(),
                        (attribute, reference) -> reference.form() == ReferenceValue.Form.IDENTITY
                                ? Index.hash(reference.identity())
                                : null);
    }

    private static Set<Index.Key> keys(Attributes attributes, KeyOf keyOf) {
        Set<Index.Key> keys = new HashSet<>();
        for (int index = 0; index < attributes.type().size(); index++) {
            String attribute = attributes.type().attribute(index).name();
            for (Value value : attributes.get(index).asList()) {
                if (value instanceof ReferenceValue reference) {
                    ContentHash key = keyOf.key(attribute, reference);
                    if (key != null) {
                        keys.add(new Index.Key(key, attribute + '\0' + reference.form() + '\0' + reference.key()));
                    }
                }
            }
        }
        return keys;
    }

    private interface KeyOf {
        ContentHash key(String attribute, ReferenceValue reference);
    }
}
