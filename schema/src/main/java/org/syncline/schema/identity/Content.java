package org.syncline.schema.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one attribute holds: nothing ({@link Absence}), one {@link Value} or several {@link Values}.
 *
 * <p>It is also what a flow or an expression results in, so that evaluating one allocates nothing but its result.
 */
public sealed interface Content permits Absence, Value, Values {

    /** The values held, in the order in which they were reported; empty when there is nothing. */
    List<Value> asList();

    /** The number of values held. */
    default int count() {
        return asList().size();
    }

    default boolean isPresent() {
        return count() > 0;
    }

    default boolean contains(Value value) {
        return asList().contains(value);
    }

    /** Those of the given values that are held. */
    default Set<Value> among(Collection<? extends Value> values) {
        Set<Value> among = new HashSet<>(values);
        among.retainAll(new HashSet<>(asList()));
        return among;
    }

    /** The values held here and not there. */
    default List<Value> without(Content other) {
        if (!other.isPresent() || !isPresent()) {
            return asList();
        }
        Set<Value> there = other.count() < ListedValues.SMALL ? null : new HashSet<>(other.asList());
        List<Value> missing = new ArrayList<>();
        for (Value value : asList()) {
            if (there == null ? !other.asList().contains(value) : !there.contains(value)) {
                missing.add(value);
            }
        }
        return missing;
    }

    /** The same with some values more and some less; one that is removed and added is held. */
    default Content changed(Collection<? extends Value> more, Collection<? extends Value> less) {
        Set<Value> changed = new LinkedHashSet<>(asList());
        less.forEach(changed::remove);
        changed.addAll(more);
        return of(List.copyOf(changed));
    }

    /** The same without empty texts: most systems cannot hold them, and none can tell them from nothing. */
    default Content withoutEmptyTexts() {
        return switch (this) {
            case TextValue text -> text.equals(TextValue.EMPTY) ? Absence.NULL : text;
            case LargeValues references -> references;
            case ListedValues several -> several.asList().contains(TextValue.EMPTY)
                    ? of(several.asList().stream().filter(value -> !value.equals(TextValue.EMPTY)).toList())
                    : several;
            case Absence absence -> absence;
            case Value other -> other;
        };
    }

    /** One content of any number of values: repeated values are dropped, the first of them stays. */
    static Content of(List<? extends Value> values) {
        return switch (values.size()) {
            case 0 -> Absence.NULL;
            case 1 -> values.getFirst();
            default -> Values.distinct(values);
        };
    }
}
