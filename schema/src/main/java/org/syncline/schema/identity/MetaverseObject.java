package org.syncline.schema.identity;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * One merged identity.
 *
 * @param id number of the identity, never used again
 * @param attributes its values
 * @param lineage by attribute index, the origin of each value in the order of the values; an attribute without values has an empty
 *     list
 * @param endingSince when its end became due (grace or staged outcomes are running); null for a living identity
 */
public record MetaverseObject(long id, Attributes attributes, List<List<Lineage>> lineage, Instant endingSince) {

    public MetaverseObject {
        lineage = List.copyOf(lineage);
        if (lineage.size() != attributes.type().size()) {
            throw new IllegalArgumentException("Lineage of " + lineage.size() + " attributes for a type of "
                    + attributes.type().size());
        }
    }

    /** An identity that has no values yet. */
    public static MetaverseObject projected(long id, ObjectType type) {
        List<List<Lineage>> none = Collections.nCopies(type.size(), List.of());
        return new MetaverseObject(id, Attributes.empty(type), none, null);
    }

    public ObjectType type() {
        return attributes.type();
    }

    public boolean isEnding() {
        return endingSince != null;
    }

    public MetaverseObject with(Attributes values, List<List<Lineage>> origins) {
        return new MetaverseObject(id, values, origins, endingSince);
    }

    public MetaverseObject endingSince(Instant due) {
        return new MetaverseObject(id, attributes, lineage, due);
    }
}
