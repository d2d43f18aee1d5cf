package org.syncline.schema.identity;

import java.util.List;

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

    /** The same without empty texts: most systems cannot hold them, and none can tell them from nothing. */
    default Content withoutEmptyTexts() {
        return switch (this) {
            case TextValue text -> text.equals(TextValue.EMPTY) ? Absence.NULL : text;
            case Values several -> several.asList().contains(TextValue.EMPTY)
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
