package org.syncline.dsl.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Content;

/** An expression ready to be evaluated. */
record CompiledExpression(String source, Node tree, Scope scope, Shape shape, Entry entry, Set<String> reads,
        Set<String> looksUp,
        Clock clock, Membership membership, boolean readsAttributesOnly)
        implements Expression {
    private static final Set<String> LOGIC = Set.of("And", "Or", "Not");

    @Override
    public AttributeType type() {
        return shape.type();
    }

    @Override
    public boolean multiValued() {
        return shape.many();
    }

    @Override
    public String operator() {
        return tree instanceof Node.Call call && LOGIC.contains(call.function()) ? call.function() : null;
    }

    @Override
    public List<Expression> parts() {
        List<Expression> parts = new ArrayList<>();
        for (Node operand : operands()) {
            try {
                parts.add(ExpressionCompiler.compile(operand, NodeText.of(operand), scope));
            } catch (ExpressionException mistake) {
                throw new IllegalStateException("A part of what compiled does not compile: " + source, mistake);
            }
        }
        return parts;
    }

    private List<Node> operands() {
        return operator() == null ? List.of() : Chains.flattened((Node.Call) tree).arguments();
    }

    /** While an answer is missing, an error means as little as any other result. */
    @Override
    public Content evaluate(Evaluation evaluation) {
        try {
            return entry.content(evaluation);
        } catch (EvaluationException error) {
            if (evaluation.asked().isEmpty()) {
                throw error;
            }
            return Absence.NULL;
        }
    }

    @Override
    public boolean holds(Evaluation evaluation) {
        try {
            return entry.truth(evaluation);
        } catch (EvaluationException error) {
            if (evaluation.asked().isEmpty()) {
                throw error;
            }
            return false;
        }
    }

    @Override
    public String toString() {
        return source;
    }
}
