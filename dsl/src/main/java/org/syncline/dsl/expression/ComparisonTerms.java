package org.syncline.dsl.expression;

import java.time.Instant;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Value;

/** The terms that compare two values, one for each type. */
final class ComparisonTerms {
    private ComparisonTerms() {}

    static Term of(Comparison comparison, Term left, Term right) {
        AttributeType type = left.shape().type();
        if (type == null || right.shape().type() == null) {
            return ofValues(comparison, left, right);
        }
        return switch (type) {
            case STRING -> comparison.isEquality()
                    ? ofEqualTexts(comparison == Comparison.EQUAL, left, right)
                    : ofTexts(comparison, left, right);
            case INTEGER -> ofIntegers(comparison, left, right);
            case DATE -> ofDates(comparison, left, right);
            case BOOLEAN, BINARY, REFERENCE -> ofValues(comparison, left, right);
        };
    }

    private static Term ofEqualTexts(boolean wanted, Term left, Term right) {
        return TruthBody.term(evaluation -> {
            String first = left.text(evaluation);
            String second = right.text(evaluation);
            return first != null && second != null && first.equalsIgnoreCase(second) == wanted;
        });
    }

    private static Term ofTexts(Comparison comparison, Term left, Term right) {
        return TruthBody.term(evaluation -> {
            String first = left.text(evaluation);
            String second = right.text(evaluation);
            return first != null && second != null && comparison.holds(first.compareToIgnoreCase(second));
        });
    }

    private static Term ofIntegers(Comparison comparison, Term left, Term right) {
        return TruthBody.term(evaluation -> {
            long first = left.integer(evaluation);
            long second = right.integer(evaluation);
            return first != Term.ABSENT && second != Term.ABSENT && comparison.holds(Long.compare(first, second));
        });
    }

    private static Term ofDates(Comparison comparison, Term left, Term right) {
        Term clock = ClockComparison.of(comparison, left, right);
        return clock != null ? clock : TruthBody.term(evaluation -> {
            Instant first = left.date(evaluation);
            Instant second = right.date(evaluation);
            return first != null && second != null && comparison.holds(first.compareTo(second));
        });
    }

    private static Term ofValues(Comparison comparison, Term left, Term right) {
        return TruthBody.term(evaluation -> {
            Value first = Reading.value(left.content(evaluation));
            Value second = Reading.value(right.content(evaluation));
            return first != null && second != null && comparison.holds(ValueOrder.compare(first, second, comparison));
        });
    }
}
