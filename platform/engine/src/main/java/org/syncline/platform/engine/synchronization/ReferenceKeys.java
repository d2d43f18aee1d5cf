package org.syncline.platform.engine.synchronization;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.ruleset.ConnectedObjectType.ConnectedAttribute;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.synchronization.Names.Image;
import org.syncline.platform.engine.synchronization.RuleIndex.IncomingReference;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** The keys of what the references of a page name; each is hashed once. */
final class ReferenceKeys {
    private final Map<Spelling, ContentHash> keys = new HashMap<>();

    private record Spelling(String connector, String objectType, String by, ReferenceValue value) {
        static Spelling of(ConnectorSpaceObject owner, ConnectedAttribute attribute, ReferenceValue value) {
            String to = attribute.referenceTo();
            return new Spelling(
                    owner.connector(), to == null ? owner.type().name() : to, attribute.referenceBy(), value);
        }

        ContentHash key() {
            return Keys.reference(connector, objectType, by, value);
        }
    }

    /** The keys of everything that these images of their owners refer to. */
    Set<ContentHash> of(List<Image> images, RuleIndex rules) {
        Set<ContentHash> all = new HashSet<>();
        for (Image image : images) {
            for (IncomingReference reference : rules.incomingReferences(image.owner())) {
                for (Value value : image.references(reference)) {
                    all.add(keys.computeIfAbsent(
                            Spelling.of(image.owner(), reference.attribute(), (ReferenceValue) value), Spelling::key));
                }
            }
        }
        return all;
    }

    /** Changes nothing, so that several threads may ask. */
    ContentHash of(ConnectorSpaceObject owner, ConnectedAttribute attribute, ReferenceValue value) {
        Spelling spelling = Spelling.of(owner, attribute, value);
        ContentHash known = keys.get(spelling);
        return known == null ? spelling.key() : known;
    }
}
