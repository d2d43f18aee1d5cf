package org.syncline.dsl.expression;

import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Whether two values are the same to a condition. */
final class Sameness {
    private Sameness() {}

    static boolean of(Value value, Value other, boolean ignoreCase) {
        if (value instanceof TextValue first && other instanceof TextValue second) {
            return Searching.same(first.text(), second.text(), ignoreCase);
        }
        return value instanceof ReferenceValue reference && other instanceof ReferenceValue named
                ? isSameTarget(reference, named)
                : value.equals(other);
    }

    /** A text is read as a DN; a reference by key is compared with what was written. */
    private static boolean isSameTarget(ReferenceValue reference, ReferenceValue named) {
        return reference.equals(named)
                || reference.form() == ReferenceValue.Form.KEY && reference.key().equals(named.key());
    }
}
