package org.syncline.dsl.condition;

import java.time.Instant;
import java.util.List;
import org.syncline.dsl.condition.Formula.All;
import org.syncline.dsl.condition.Formula.Any;
import org.syncline.dsl.condition.Formula.Atom;
import org.syncline.dsl.condition.Formula.Not;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.ExpressionCompiler;
import org.syncline.dsl.expression.ExpressionException;
import org.syncline.dsl.expression.Node;
import org.syncline.dsl.expression.NodeText;
import org.syncline.dsl.expression.Scope;

/** Takes conditions apart. Nothing counts as False in {@code And}, {@code Or} and {@code Not}, so that each atom holds or doesn't. */
final class FormulaReader {
    private final Scope scope;

    private FormulaReader(Scope scope) {
        this.scope = scope;
    }

    static Formula read(Expression condition) {
        return condition.tree() == null
                ? new Atom(condition.source(), condition)
                : new FormulaReader(condition.scope()).read(condition.tree());
    }

    private Formula read(Node tree) {
        return switch (tree) {
            case Node.Call call when call.function().equals("And") -> new All(parts(call));
            case Node.Call call when call.function().equals("Or") -> new Any(parts(call));
            case Node.Call call when call.function().equals("Not") -> new Not(read(call.arguments().getFirst()));
            case Node.Call call when isBetweenOfOne(call) -> new All(List.of(
                    read(bound("AtLeast", call, 1)), read(bound("AtMost", call, 2))));
            default -> atom(tree);
        };
    }

    private List<Formula> parts(Node.Call call) {
        return call.arguments().stream().map(this::read).toList();
    }

    /** Of several values, each bound could be met by another. */
    private boolean isBetweenOfOne(Node.Call call) {
        return call.function().equals("Between") && !compiled(call.arguments().getFirst()).multiValued();
    }

    private static Node bound(String function, Node.Call between, int argument) {
        return new Node.Call(
                function, List.of(between.arguments().getFirst(), between.arguments().get(argument)),
                between.position());
    }

    private Formula atom(Node tree) {
        Expression expression = compiled(tree);
        if (expression.reads().isEmpty() && expression.readsAttributesOnly()) {
            try {
                return expression.holds(Evaluation.at(Instant.EPOCH))
                        ? new All(List.of())
                        : new Any(List.of());
            } catch (EvaluationException never) {
                return new Atom(expression.source(), expression);
            }
        }
        return new Atom(expression.source(), expression);
    }

    private Expression compiled(Node part) {
        try {
            return ExpressionCompiler.compile(part, NodeText.of(part), scope);
        } catch (ExpressionException mistake) {
            throw new IllegalStateException("A part of what compiled does not compile: " + NodeText.of(part), mistake);
        }
    }
}
