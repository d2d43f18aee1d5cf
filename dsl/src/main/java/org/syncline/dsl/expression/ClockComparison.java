package org.syncline.dsl.expression;

import java.time.Instant;
import java.util.List;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.Value;

/** Whether some date compares with one counted from the present time: it knows when its answer changes. */
record ClockComparison(ClockTerm clock, Comparison comparison, Term dates) implements TruthTerm {

    /** The comparison of two terms; null if neither is counted from the present time, or they are not known to be dates. */
    static ClockComparison of(Comparison comparison, Term left, Term right) {
        if (left instanceof ClockTerm clock && right.shape().type() == AttributeType.DATE) {
            return new ClockComparison(clock, comparison, right);
        }
        if (right instanceof ClockTerm clock && left.shape().type() == AttributeType.DATE) {
            return new ClockComparison(clock, comparison.turned(), left);
        }
        return null;
    }

    @Override
    public boolean truth(Evaluation evaluation) {
        if (!dates.shape().many()) {
            return clock.compares(comparison, dates.date(evaluation), evaluation);
        }
        List<Value> values = dates.list(evaluation);
        return values.stream().anyMatch(value -> clock.compares(comparison, date(value), evaluation));
    }

    private static Instant date(Value value) {
        return value instanceof DateValue date ? date.instant() : null;
    }
}
