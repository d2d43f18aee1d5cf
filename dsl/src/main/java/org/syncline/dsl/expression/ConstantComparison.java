package org.syncline.dsl.expression;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/**
 * What a comparison of an attribute with a value that stands in the rule says of other values of the attribute.
 *
 * @param constant the value, of the type of the attribute
 * @param below whether the comparison holds for values that come before it
 * @param above whether it holds for values that come after it
 * @param ignoresCase whether texts that differ only in case count as the constant
 */
public record ConstantComparison(Value constant, boolean below, boolean above, boolean ignoresCase) {
    private static final Map<String, Comparison> OPERATORS = Map.ofEntries(
            Map.entry("=", Comparison.EQUAL),
            Map.entry("<>", Comparison.UNEQUAL),
            Map.entry("<", Comparison.LESS),
            Map.entry("<=", Comparison.AT_MOST),
            Map.entry(">", Comparison.GREATER),
            Map.entry(">=", Comparison.AT_LEAST),
            Map.entry("Eq", Comparison.EQUAL),
            Map.entry("NotEquals", Comparison.UNEQUAL),
            Map.entry("LessThan", Comparison.LESS),
            Map.entry("LessThanOrEquals", Comparison.AT_MOST),
            Map.entry("GreaterThan", Comparison.GREATER),
            Map.entry("GreaterThanOrEquals", Comparison.AT_LEAST));
    private static final Map<String, Comparison> CONDITIONS = Map.of(
            "Equals", Comparison.EQUAL,
            "Less", Comparison.LESS,
            "AtMost", Comparison.AT_MOST,
            "Greater", Comparison.GREATER,
            "AtLeast", Comparison.AT_LEAST,
            "Before", Comparison.LESS,
            "After", Comparison.GREATER);
    private static final Set<AttributeType> ORDERED =
            Set.of(AttributeType.STRING, AttributeType.INTEGER, AttributeType.DATE);

    /** What a tree compares an attribute with; empty if it does something else. */
    public static Optional<ConstantComparison> of(Node tree, Scope scope) {
        if (!(tree instanceof Node.Call call) || call.arguments().size() < 2) {
            return Optional.empty();
        }
        Node left = call.arguments().get(0);
        Node right = call.arguments().get(1);
        if (CONDITIONS.containsKey(call.function())) {
            boolean ignoresCase = !(call.arguments().getLast() instanceof Node.Word word
                    && word.word().equals("CaseSensitive"));
            return of(CONDITIONS.get(call.function()), left, right, true, ignoresCase, scope);
        }
        Comparison comparison = OPERATORS.get(call.function());
        if (comparison == null) {
            return Optional.empty();
        }
        return left instanceof Node.Attribute
                ? of(comparison, left, right, false, true, scope)
                : of(comparison.turned(), right, left, false, true, scope);
    }

    private static Optional<ConstantComparison> of(
            Comparison comparison, Node attribute, Node other, boolean readsTexts, boolean ignoresCase, Scope scope) {
        AttributeType type = attribute instanceof Node.Attribute ? compiled(attribute, scope).type() : null;
        return type == null || !ORDERED.contains(type)
                ? Optional.empty()
                : constant(other, type, readsTexts, scope)
                        .map(constant -> new ConstantComparison(
                                constant, comparison.holds(-1), comparison.holds(1), ignoresCase));
    }

    private static Optional<Value> constant(Node node, AttributeType type, boolean readsTexts, Scope scope) {
        Expression expression = compiled(node, scope);
        if (!expression.reads().isEmpty() || !expression.readsAttributesOnly()) {
            return Optional.empty();
        }
        Value value = value(expression);
        if (value instanceof TextValue text && readsTexts) {
            return Optional.ofNullable(Conversions.read(text.text(), type));
        }
        return Optional.ofNullable(value).filter(found -> found.type() == type);
    }

    private static Value value(Expression expression) {
        try {
            return Reading.value(expression.evaluate(Evaluation.at(Instant.EPOCH)));
        } catch (EvaluationException nothing) {
            return null;
        }
    }

    private static Expression compiled(Node part, Scope scope) {
        try {
            return ExpressionCompiler.compile(part, NodeText.of(part), scope);
        } catch (ExpressionException mistake) {
            throw new IllegalStateException("A part of what compiled does not compile: " + NodeText.of(part), mistake);
        }
    }
}
