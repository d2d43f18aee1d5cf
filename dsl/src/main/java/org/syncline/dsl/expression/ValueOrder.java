package org.syncline.dsl.expression;

import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Compares values whose types showed only at evaluation. */
final class ValueOrder {
    private ValueOrder() {}

    /**
     * How two values of one type differ.
     *
     * @throws EvaluationException if they are of different types, or have no order where one is asked for
     */
    static int compare(Value left, Value right, Comparison comparison) {
        if (left instanceof TextValue first && right instanceof TextValue second) {
            return first.text().compareToIgnoreCase(second.text());
        }
        if (left instanceof IntegerValue first && right instanceof IntegerValue second) {
            return Long.compare(first.number(), second.number());
        }
        if (left instanceof DateValue first && right instanceof DateValue second) {
            return first.instant().compareTo(second.instant());
        }
        return compareUnordered(left, right, comparison);
    }

    private static int compareUnordered(Value left, Value right, Comparison comparison) {
        if (left.type() != right.type()) {
            throw new EvaluationException("The operator " + comparison.symbol() + " cannot compare '" + left.text()
                    + "', which is " + Naming.ofType(left.type()) + ", with '" + right.text() + "', which is "
                    + Naming.ofType(right.type()));
        }
        if (!comparison.isEquality()) {
            throw new EvaluationException(
                    "The operator " + comparison.symbol() + " needs numbers, texts or dates, but '"
                            + left.text() + "' is " + Naming.ofType(left.type()));
        }
        return left.equals(right) ? 0 : 1;
    }
}
