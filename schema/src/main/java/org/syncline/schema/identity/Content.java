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
        return asList().stream().noneMatch(TextValue.EMPTY::equals)
                ? this
                : of(asList().stream().filter(value -> !TextValue.EMPTY.equals(value)).toList());
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
