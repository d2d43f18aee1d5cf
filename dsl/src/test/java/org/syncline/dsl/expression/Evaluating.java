package org.syncline.dsl.expression;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.ExpressionException.Mistake;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Evaluates expressions over a few named values, and says what came of it in one text. */
final class Evaluating {
    private static final LookupTable BUILDINGS = new LookupTable("buildings", List.of("code", "street", "city"),
            Map.of("b1", List.of("B1", "Main Street 1", "Redmond"), "b2", List.of("B2", "", "Seattle")));

    private final Map<String, Content> values = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();

    static Evaluating expressions() {
        return new Evaluating();
    }

    Evaluating with(String name, String... texts) {
        return with(name, Content.of(List.of(texts).stream().map(TextValue::new).toList()));
    }

    Evaluating with(String name, Content content) {
        values.put(name, content);
        return this;
    }

    Evaluating parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** The result as a text, several values joined by |, or {@code error: ...}. */
    String result(String expression) {
        try {
            return written(content(expression));
        } catch (EvaluationException error) {
            return "error: " + error.getMessage();
        }
    }

    Content content(String expression) {
        try {
            Evaluation evaluation = Evaluation.at(Instant.parse("2026-03-04T05:06:07Z"))
                    .names(name -> values.getOrDefault(name, Absence.NULL));
            return ExpressionCompiler
                    .compile(expression, Scope.byName(parameters).withTables(Map.of("buildings", BUILDINGS)))
                    .evaluate(evaluation);
        } catch (ExpressionException mistaken) {
            throw new AssertionError(expression + ": " + mistaken.mistakes(), mistaken);
        }
    }

    static String written(Content content) {
        return switch (content) {
            case Absence nothing -> nothing.name();
            default -> content.asList().stream().map(Value::text).collect(Collectors.joining("|"));
        };
    }

    /** The mistakes as {@code KIND line:column message -> suggestion}. */
    static String mistakes(String expression, Scope scope) {
        try {
            ExpressionCompiler.compile(expression, scope);
            return "";
        } catch (ExpressionException mistaken) {
            return mistaken.mistakes().stream().map(Evaluating::written).collect(Collectors.joining("\n"));
        }
    }

    private static String written(Mistake mistake) {
        return mistake.kind() + " " + mistake.line() + ":" + mistake.column() + " " + mistake.message()
                + (mistake.suggestion() == null ? "" : " -> " + mistake.suggestion());
    }
}
