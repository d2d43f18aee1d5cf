package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;

/** Gives every function every kind of argument: what it cannot use must be an error of its own, never another exception. */
class RobustnessTest {
    private static final Map<String, Content> VALUES = Map.ofEntries(
            Map.entry("absent", Absence.NULL),
            Map.entry("cleared", Absence.AUTHORITATIVE_NULL),
            Map.entry("empty", new TextValue("")),
            Map.entry("text", new TextValue("Zo\u00eb \ud83d\ude00")),
            Map.entry("backslash", new TextValue("\\(*,:%")),
            Map.entry("zero", new IntegerValue(0)),
            Map.entry("least", new IntegerValue(Long.MIN_VALUE)),
            Map.entry("greatest", new IntegerValue(Long.MAX_VALUE)),
            Map.entry("reserved", new IntegerValue(Term.ABSENT)),
            Map.entry("truth", BooleanValue.TRUE),
            Map.entry("first", new DateValue(Instant.MIN)),
            Map.entry("last", new DateValue(Instant.MAX)),
            Map.entry("bytes", new BinaryValue(new byte[]{1, 2, 3})),
            Map.entry("reference", ReferenceValue.toIdentity(7)),
            Map.entry("secret", new GeneratedSecret(16)),
            Map.entry("several", Content.of(List.of(new TextValue("a"), new IntegerValue(2), BooleanValue.FALSE))));

    @TestFactory
    Stream<DynamicTest> noArgumentMakesAFunctionFailInAnUnexpectedWay() {
        return FunctionLibrary.functions().stream().flatMap(RobustnessTest::calls)
                .map(call -> dynamicTest(Naming.of(call) + call.arguments(), () -> evaluate(call)));
    }

    /** The examples with each argument in turn replaced by each value. */
    private static Stream<Node.Call> calls(Function function) {
        return function.examples().stream().map(example -> parsed(example.expression()))
                .filter(node -> node instanceof Node.Call call && call.function().equals(function.name()))
                .map(Node.Call.class::cast)
                .flatMap(RobustnessTest::variants);
    }

    private static Stream<Node.Call> variants(Node.Call call) {
        List<Node.Call> variants = new ArrayList<>();
        for (int index = 0; index < call.arguments().size(); index++) {
            for (String name : VALUES.keySet()) {
                List<Node> arguments = new ArrayList<>(call.arguments());
                arguments.set(index, new Node.Attribute(name, call.position()));
                variants.add(new Node.Call(call.function(), arguments, call.position()));
            }
        }
        return variants.stream();
    }

    private static Node parsed(String expression) {
        try {
            return ExpressionParser.parse(expression);
        } catch (ExpressionException mistaken) {
            return fail(mistaken);
        }
    }

    private static void evaluate(Node.Call call) {
        try {
            Expression expression = ExpressionCompiler.compile(call, "", Scope.byName(Map.of()));
            Evaluation evaluation = Evaluation.at(Instant.EPOCH).names(name -> VALUES.getOrDefault(name, Absence.NULL));
            if (expression.evaluate(evaluation) == null) {
                fail("No result");
            }
        } catch (ExpressionException | EvaluationException expected) {
            if (expected.getMessage() == null || expected.getMessage().isBlank()) {
                fail("An error without a message");
            }
        }
    }
}
