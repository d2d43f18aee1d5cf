package org.syncline.platform.engine.memory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.TypeSource.Target;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** What the references of an object name. */
record ReferencedKeys(TypeSource types) {

    Set<Index.Key> of(ConnectorSpaceObject object) {
        Attributes known = object == null ? null : object.hologram().known();
        return known == null ? Set.of() : keys(known, (attribute, position, reference) -> {
            Target target = types.target(object.connector(), known.type().name(), name(known, attribute));
            return key(target.key(object.connector(), reference), known, attribute, reference, "");
        });
    }

    /** The values of a multi-valued attribute are kept one by one, each with its lineage. */
    static Set<Index.Key> of(MetaverseObject object) {
        return object == null ? Set.of() : keys(object.attributes(), (attribute, position, reference) -> {
            List<Lineage> lineage = object.lineage().get(attribute);
            boolean one = object.type().attribute(attribute).multiValued() && position < lineage.size();
            ContentHash hash =
                    reference.form() == ReferenceValue.Form.IDENTITY ? Index.hash(reference.identity()) : null;
            return key(hash, object.attributes(), attribute, reference, one ? lineage.get(position).toString() : "");
        });
    }

    private static String name(Attributes attributes, int attribute) {
        return attributes.type().attribute(attribute).name();
    }

    private static Index.Key key(ContentHash hash, Attributes attributes, int attribute, ReferenceValue reference,
            String lineage) {
        return hash == null
                ? null
                : new Index.Key(hash, String.join("\0", name(attributes, attribute), reference.form().name(),
                        reference.key(), lineage));
    }

    private static Set<Index.Key> keys(Attributes attributes, KeyOf keyOf) {
        Set<Index.Key> keys = new HashSet<>();
        for (int attribute = 0; attribute < attributes.type().size(); attribute++) {
            List<Value> values = attributes.get(attribute).asList();
            for (int position = 0; position < values.size(); position++) {
                if (values.get(position) instanceof ReferenceValue reference) {
                    keys.add(keyOf.key(attribute, position, reference));
                }
            }
        }
        keys.remove(null);
        return keys;
    }

    private interface KeyOf {
        Index.Key key(int attribute, int position, ReferenceValue reference);
    }
}
