package org.syncline.schema.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** Who brought the first value of an attribute; null where nobody knows, or there is none. */
    public Lineage.Origin origin(int attribute) {
        if (attributes.get(attribute) instanceof LargeValues large) {
            Set<Lineage.Origin> origins = large.origins();
            if (origins.size() <= 1) {
                return origins.isEmpty() ? null : origins.iterator().next();
            }
        }
        List<Lineage> origins = lineage.get(attribute);
        return origins.isEmpty() || origins.getFirst() == null ? null : origins.getFirst().origin();
    }

    /** The rule that brought the first value of an attribute; null where nobody knows, or there is none. */
    public String rule(int attribute) {
        if (attributes.get(attribute) instanceof LargeValues) {
            Lineage.Origin origin = origin(attribute);
            return origin == null ? null : origin.rule();
        }
        List<Lineage> origins = lineage.get(attribute);
        return origins.isEmpty() || origins.getFirst() == null ? null : origins.getFirst().rule();
    }

    /**
     * With values of one attribute removed, and others added.
     *
     * @param origin of those that are added; what is there already keeps its own
     */
    public MetaverseObject changed(
            int attribute, Collection<? extends Value> more, Lineage origin, Collection<? extends Value> less) {
        Content before = attributes.get(attribute);
        Content content = before instanceof LargeValues large
                ? large.changed(more, origin, less)
                : before.changed(more, less);
        return content.equals(before)
                ? this
                : replaced(attribute, content, content instanceof LargeValues large
                        ? large.lineage()
                        : lineage(attribute, content, origin));
    }

    private List<Lineage> lineage(int attribute, Content content, Lineage origin) {
        Map<Value, Lineage> known = new HashMap<>();
        List<Value> values = attributes.get(attribute).asList();
        List<Lineage> origins = lineage.get(attribute);
        for (int position = 0; position < values.size(); position++) {
            known.put(values.get(position), position < origins.size() ? origins.get(position) : null);
        }
        return content.asList().stream().map(value -> known.containsKey(value) ? known.get(value) : origin).toList();
    }

    /** @param origins of the values of the content, in their order */
    public MetaverseObject replaced(int attribute, Content content, List<Lineage> origins) {
        List<List<Lineage>> all = new ArrayList<>(lineage);
        all.set(attribute, origins);
        return with(attributes.toBuilder().set(attribute, content).build(), all);
    }

    public MetaverseObject endingSince(Instant due) {
        return new MetaverseObject(id, attributes, lineage, due);
    }
}
