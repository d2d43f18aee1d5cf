package org.syncline.platform.engine.whatif;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ObjectType;

/**
 * What becomes of one object or identity that would not without the change.
 *
 * @param effects none if nothing does
 * @param values that become others, of objects that are there with and without the change, and of those that come
 */
record Difference(List<Effect> effects, List<ChangedValue> values) {
    static final Difference NONE = new Difference(List.of(), List.of());

    /**
     * A value without and with the change.
     *
     * @param definition of the attribute
     */
    record ChangedValue(AttributeDefinition definition, Content before, Content after) {
        boolean isSet() {
            return !before.isPresent();
        }

        boolean isCleared() {
            return !after.isPresent();
        }
    }

    boolean isNone() {
        return effects.isEmpty();
    }

    /**
     * The values that differ, by names; DNs left out.
     *
     * @param before null for none
     * @param after null for none
     * @param translated says what a value of before is called afterwards
     */
    static List<ChangedValue> values(Attributes before, Attributes after, UnaryOperator<Content> translated) {
        return before != null && after != null && before.type().equals(after.type())
                ? valuesOfOneType(before, after, translated)
                : valuesByNames(before, after, translated);
    }

    private static List<ChangedValue> valuesOfOneType(
            Attributes before, Attributes after, UnaryOperator<Content> translated) {
        ObjectType type = after.type();
        List<ChangedValue> changed = new ArrayList<>();
        for (int index = 0; index < type.size(); index++) {
            if (!isSame(before.get(index), after.get(index), translated)
                    && !type.attribute(index).name().equals(ObjectType.DN)) {
                changed.add(new ChangedValue(type.attribute(index), before.get(index), after.get(index)));
            }
        }
        return changed;
    }

    private static boolean isSame(Content was, Content is, UnaryOperator<Content> translated) {
        return was.isPresent() ? translated.apply(was).equals(is) : !is.isPresent();
    }

    private static List<ChangedValue> valuesByNames(
            Attributes before, Attributes after, UnaryOperator<Content> translated) {
        List<ChangedValue> changed = new ArrayList<>();
        for (String name : names(before, after)) {
            Content was = content(before, name);
            Content is = content(after, name);
            if (!isSame(was, is, translated)) {
                changed.add(new ChangedValue(definition(after, before, name), was, is));
            }
        }
        return changed;
    }

    private static Set<String> names(Attributes before, Attributes after) {
        Set<String> names = new LinkedHashSet<>();
        for (Attributes attributes : new Attributes[]{after, before}) {
            if (attributes != null) {
                attributes.type().attributes().stream().map(AttributeDefinition::name)
                        .filter(name -> !name.equals(ObjectType.DN)).forEach(names::add);
            }
        }
        return names;
    }

    private static Content content(Attributes attributes, String name) {
        return attributes == null || !attributes.type().has(name) ? Absence.NULL : attributes.get(name);
    }

    private static AttributeDefinition definition(Attributes first, Attributes second, String name) {
        Attributes of = first != null && first.type().has(name) ? first : Objects.requireNonNull(second);
        return of.type().attribute(of.type().index(name));
    }
}
