package org.syncline.dsl.expression;

import java.util.List;

/**
 * What a condition and each of its parts results in, for people who want to know why.
 *
 * @param text of the condition
 * @param holds null where it cannot be said
 * @param problem why it cannot be said; null if it can
 * @param parts of {@code And}, {@code Or} and {@code Not}; empty for everything else
 */
public record ConditionResult(String text, Boolean holds, String problem, List<ConditionResult> parts) {

    /** Takes a condition apart. What was asked and not answered is forgotten. */
    public static ConditionResult of(Expression condition, Evaluation evaluation) {
        List<ConditionResult> parts =
                condition.parts().stream().map(part -> of(part, evaluation)).toList();
        try {
            boolean holds = condition.holds(evaluation);
            boolean isKnown = evaluation.asked().isEmpty();
            evaluation.asked().clear();
            return isKnown
                    ? new ConditionResult(condition.source(), holds, null, parts)
                    : new ConditionResult(condition.source(), null, "it depends on other objects", parts);
        } catch (EvaluationException failure) {
            return new ConditionResult(condition.source(), null, failure.getMessage(), parts);
        }
    }
}
