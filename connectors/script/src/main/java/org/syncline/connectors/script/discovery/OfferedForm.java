package org.syncline.connectors.script.discovery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.connectors.script.form.Fields;
import org.syncline.connectors.script.form.Nonsense;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedAttribute.Access;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.schema.identity.AttributeType;

/** Object types that are offered, in their plain form. */
public final class OfferedForm {
    private static final Map<String, AttributeType> TYPES = byName(AttributeType.values());
    private static final Map<String, Access> ACCESSES = byName(Access.values());

    private OfferedForm() {}

    private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
        return Arrays.stream(values).collect(Collectors.toMap(
                value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'), Function.identity()));
    }

    /** @throws Nonsense if it is not one */
    public static OfferedType read(Fields said) {
        String name = said.text("name");
        List<OfferedAttribute> attributes = said.objects("attributes").stream()
                .map(attribute -> attribute(name, attribute)).toList();
        OfferedType type = new OfferedType(name, said.optionalText("description").orElse(null),
                said.optionalTexts("anchor").orElse(List.of()), attributes, List.of(), false);
        if (type.anchors().isEmpty()) {
            throw new Nonsense("object type '" + name + "' has no anchor. Say which attributes identify an object");
        }
        type.anchors().stream().filter(part -> type.attribute(part).isEmpty()).findFirst().ifPresent(part -> {
            throw new Nonsense("the anchor '" + part + "' of object type '" + name + "' is none of its attributes");
        });
        return type;
    }

    private static OfferedAttribute attribute(String type, Fields said) {
        String name = said.text("name");
        String owner = "attribute '" + name + "' of object type '" + type + "'";
        return new OfferedAttribute(name, said.optionalText("description").orElse(null),
                chosen(said, "type", TYPES, AttributeType.STRING, owner), null, said.isTrue("multiValued"),
                said.isTrue("required"), chosen(said, "access", ACCESSES, Access.READ_WRITE, owner), false, null);
    }

    private static <E> E chosen(Fields said, String field, Map<String, E> known, E usual, String owner) {
        Optional<String> written = said.optionalText(field);
        if (written.isPresent() && !known.containsKey(written.get())) {
            throw new Nonsense("'" + field + "' of " + owner + " is '" + written.get() + "'. There are "
                    + String.join(", ", known.keySet().stream().sorted().toList()));
        }
        return written.map(known::get).orElse(usual);
    }
}
