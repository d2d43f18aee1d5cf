package org.syncline.connectors.memory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;

/** Anchors made of an object's own attributes, or generated where it has none of them. */
final class MemoryAnchors {
    private MemoryAnchors() {}

    /** The anchor an object's attributes make up; empty if one of them is missing. */
    static Optional<Anchor> anchor(ObjectTypeSettings type, Attributes object) {
        List<String> parts = type.anchor().stream()
                .map(attribute -> object.type().has(attribute) ? object.text(attribute) : null)
                .filter(Objects::nonNull)
                .toList();
        return parts.size() < type.anchor().size() ? Optional.empty() : Optional.of(Anchor.of(parts));
    }

    /** The object with a generated anchor in the attribute that holds it, if there is one. */
    static Attributes withAnchor(ObjectTypeSettings type, Attributes object, Anchor anchor) {
        String attribute = type.anchor().getFirst();
        boolean holdsAnchor =
                type.anchor().size() == 1 && object.type().has(attribute) && object.text(attribute) == null;
        return holdsAnchor ? object.toBuilder().set(attribute, anchor.text()).build() : object;
    }
}
