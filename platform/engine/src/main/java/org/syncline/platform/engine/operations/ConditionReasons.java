package org.syncline.platform.engine.operations;

import java.util.List;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.ConditionResult;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Expression;
import org.syncline.platform.engine.operations.Explanation.Statement;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;

/**
 * Explains why conditions hold or do not, part by part, with the values that they read.
 *
 * @param source the object whose attributes they read
 */
record ConditionReasons(Attributes source, Evaluation evaluation) {

    static ConditionReasons of(Attributes source, Evaluation evaluation) {
        return new ConditionReasons(source, evaluation.source(source));
    }

    /** One statement for a condition; nothing for none. */
    List<Statement> of(Expression condition) {
        return condition == null ? List.of() : List.of(statement(ConditionResult.of(condition, evaluation)));
    }

    private Statement statement(ConditionResult result) {
        return switch (result.operator()) {
            case null -> single(result, result);
            case "And" -> group("all of these", result, result.parts());
            case "Or" -> group("any of these", result, result.parts());
            default -> negated(result, result.parts().getFirst());
        };
    }

    private Statement negated(ConditionResult result, ConditionResult part) {
        return switch (part.operator()) {
            case "And" -> group("not all of these", result, part.parts());
            case "Or" -> group("none of these", result, part.parts());
            case null, default -> single(result, part);
        };
    }

    private Statement group(String words, ConditionResult result, List<ConditionResult> parts) {
        return new Statement(words + ": " + outcome(result), parts.stream().map(this::statement).toList());
    }

    private Statement single(ConditionResult result, ConditionResult read) {
        String values = read.reads().stream()
                .filter(name -> source.type().has(name))
                .sorted()
                .map(this::value)
                .collect(Collectors.joining(", "));
        return Statement.of(result.text().replaceAll("\\s+", " ") + ": " + outcome(result)
                + (values.isEmpty() ? "" : "; " + values));
    }

    private String value(String name) {
        AttributeDefinition attribute = source.type().attribute(source.type().index(name));
        return source.get(name).isPresent()
                ? "[" + name + "] is " + Reasons.text(source.get(name), attribute)
                : "[" + name + "] has no value";
    }

    private static String outcome(ConditionResult result) {
        return result.problem() != null
                ? "cannot be said: " + result.problem()
                : result.holds() ? "holds" : "does not hold";
    }
}
