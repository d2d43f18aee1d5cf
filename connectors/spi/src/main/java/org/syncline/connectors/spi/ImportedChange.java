package org.syncline.connectors.spi;

import java.util.List;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;

/** What a system says of one object. */
public sealed interface ImportedChange {

    String objectType();

    Anchor anchor();

    /**
     * The object as it is now.
     *
     * @param attributes with the DN where the system has names; references are in the form of the connected system
     */
    record Whole(Anchor anchor, Attributes attributes) implements ImportedChange {
        @Override
        public String objectType() {
            return attributes.type().name();
        }
    }

    /** Single values that changed; what it does not mention stayed as it was. */
    record Patch(String objectType, Anchor anchor, List<Delta.AttributeChange> changes) implements ImportedChange {
        public Patch {
            changes = List.copyOf(changes);
        }
    }

    /** The object is gone. */
    record Deleted(String objectType, Anchor anchor) implements ImportedChange {}
}
