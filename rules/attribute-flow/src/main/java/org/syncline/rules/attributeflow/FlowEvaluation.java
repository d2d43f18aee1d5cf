package org.syncline.rules.attributeflow;

import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;

/** Evaluates the conditions and values of flows over one object. */
record FlowEvaluation(Attributes source, Evaluation evaluation) {

    /** Whether a condition holds; none always does. */
    boolean meets(Expression condition) {
        return condition == null || evaluate(condition) == BooleanValue.TRUE;
    }

    /** What a direct flow reads, or else what the expression results in; an empty text is nothing. */
    Content content(String from, Expression value) {
        Content content = from != null && source.type().has(from) ? source.get(from) : evaluate(value);
        return content.withoutEmptyTexts();
    }

    private Content evaluate(Expression expression) {
        try {
            Content content = expression.evaluate(evaluation);
            return evaluation.asked().isEmpty() ? content : unanswered(expression);
        } catch (EvaluationException failure) {
            throw new FlowProblem("flow-failure", failure.getMessage());
        }
    }

    private Absence unanswered(Expression expression) {
        evaluation.asked().clear();
        throw new FlowProblem("flow-failure", "'" + expression.source()
                + "' needs to know more than its object, and nobody answered; read attributes of the object only.");
    }
}
