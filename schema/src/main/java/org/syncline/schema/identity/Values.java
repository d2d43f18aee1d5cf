package org.syncline.schema.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/** Two or more distinct values. They keep the order in which they were reported but are compared as a set. */
public sealed interface Values extends Content permits ListedValues, LargeValues {

    /** The distinct ones of two or more values; one value alone if they are all the same. */
    static Content distinct(List<? extends Value> values) {
        List<Value> distinct = values.size() <= ListedValues.SMALL
                ? ListedValues.distinctOfFew(values)
                : new ArrayList<>(new LinkedHashSet<>(values));
        return distinct.size() == 1
                ? distinct.getFirst()
                : new ListedValues(Collections.unmodifiableList(distinct));
    }
}
