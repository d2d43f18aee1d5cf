package org.syncline.connectors.memory;

import java.util.ArrayList;
import java.util.List;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.RelativeName;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Lets an object hold, as values, what stands in its name. */
final class NameValues {
    private NameValues() {}

    /** @param before the name it had; null for a new object */
    static Attributes follow(Attributes object, String before) {
        Attributes followed = object;
        if (before != null) {
            for (RelativeName part : parts(before, object)) {
                followed = followed.with(part.attribute(), without(followed, part));
            }
        }
        for (RelativeName part : parts(object.dn(), object)) {
            followed = followed.with(part.attribute(), with(followed, part));
        }
        return followed;
    }

    private static List<RelativeName> parts(String dn, Attributes object) {
        return RelativeName.of(DistinguishedName.rdn(dn)).stream()
                .filter(part -> object.type().has(part.attribute())
                        && object.type().attribute(object.type().index(part.attribute()))
                                .type() == AttributeType.STRING)
                .toList();
    }

    private static Content without(Attributes object, RelativeName part) {
        List<Value> values = new ArrayList<>(object.get(part.attribute()).asList());
        values.removeIf(value -> value.text().equalsIgnoreCase(part.value()));
        return Content.of(values);
    }

    private static Content with(Attributes object, RelativeName part) {
        List<Value> values = new ArrayList<>(object.get(part.attribute()).asList());
        boolean isThere = values.stream().anyMatch(value -> value.text().equalsIgnoreCase(part.value()));
        if (!isThere) {
            boolean isSingle = !object.type().attribute(object.type().index(part.attribute())).multiValued();
            if (isSingle) {
                values.clear();
            }
            values.add(new TextValue(part.value()));
        }
        return Content.of(values);
    }
}
