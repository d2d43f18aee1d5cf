package org.syncline.rules.attributeflow;

import java.util.function.Function;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;

/** Evaluates the conditions and values of flows over one object. */
record FlowEvaluation(Attributes source, Evaluation evaluation) {

    /** Whether a condition holds; none always does. */
    boolean meets(Expression condition) {
        return condition == null || ask(condition, condition::holds);
    }

    /** What a direct flow reads, or else what the expression results in; an empty text is nothing. */
    Content content(String from, Expression value) {
        Content content = from != null && source.type().has(from) ? source.get(from) : ask(value, value::evaluate);
        return content.withoutEmptyTexts();
    }

    private <T> T ask(Expression expression, Function<Evaluation, T> question) {
        try {
            T answer = question.apply(evaluation);
            if (!evaluation.asked().isEmpty()) {
                throw unanswered(expression);
            }
            return answer;
        } catch (EvaluationException failure) {
            throw new FlowProblem("flow-failure", failure.getMessage());
        }
    }

    private FlowProblem unanswered(Expression expression) {
        evaluation.asked().clear();
        return new FlowProblem("flow-failure", "'" + expression.source()
                + "' needs to know more than its object, and nobody answered; read attributes of the object only.");
    }
}
