package org.syncline.dsl.expression;

import java.util.List;
import java.util.Set;

/**
 * What a condition and each of its parts results in, for people who want to know why.
 *
 * @param text of the condition
 * @param holds null where it cannot be said
 * @param problem why it cannot be said; null if it can
 * @param operator {@code And}, {@code Or} or {@code Not}; null for everything else
 * @param reads the attributes that it reads
 * @param parts what the operator is about; empty for everything else
 */
public record ConditionResult(
        String text, Boolean holds, String problem, String operator, Set<String> reads, List<ConditionResult> parts) {

    /** Takes a condition apart. What was asked and not answered is forgotten. */
    public static ConditionResult of(Expression condition, Evaluation evaluation) {
        List<ConditionResult> parts =
                condition.parts().stream().map(part -> of(part, evaluation)).toList();
        try {
            boolean holds = condition.holds(evaluation);
            boolean isKnown = evaluation.asked().isEmpty();
            evaluation.asked().clear();
            return isKnown
                    ? of(condition, holds, null, parts)
                    : of(condition, null, "it depends on other objects", parts);
        } catch (EvaluationException failure) {
            return of(condition, null, failure.getMessage(), parts);
        }
    }

    private static ConditionResult of(
            Expression condition, Boolean holds, String problem, List<ConditionResult> parts) {
        return new ConditionResult(
                condition.source(), holds, problem, condition.operator(), condition.reads(), parts);
    }
}
