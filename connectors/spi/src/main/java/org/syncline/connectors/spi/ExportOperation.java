package org.syncline.connectors.spi;

import java.util.List;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;

/** One change to send. */
public sealed interface ExportOperation {

    String objectType();

    /** The DN the object has now, or gets; null where the system has no names. */
    String dn();

    /**
     * Creates an object.
     *
     * @param attributes all its values, with the DN where the system has names; secrets are filled in
     */
    record Add(Attributes attributes) implements ExportOperation {
        @Override
        public String objectType() {
            return attributes.type().name();
        }

        @Override
        public String dn() {
            return attributes.dn();
        }
    }

    /**
     * Changes an object.
     *
     * @param dn it has now
     * @param changes value by value; a change of the attribute {@code dn} is a rename or a move
     * @param before the object as far as it is known, for systems that take whole objects
     */
    record Update(String objectType, Anchor anchor, String dn, List<Delta.AttributeChange> changes, Attributes before)
            implements ExportOperation {
        public Update {
            changes = List.copyOf(changes);
        }
    }

    /** Deletes an object. */
    record Delete(String objectType, Anchor anchor, String dn) implements ExportOperation {}
}
