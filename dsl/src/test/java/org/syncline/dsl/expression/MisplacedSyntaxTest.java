package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisplacedSyntaxTest {
    private static final Scope SCOPE = Scope.byName(Map.of());

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            Left([a], 3 => SYNTAX 1:12 A closing parenthesis is missing after 3; the one opened in line 1, column 5 is not closed -> )
            [a] & => SYNTAX 1:6 A value is missing after & -> an [attribute], a "text" or a function
            & [a] => SYNTAX 1:1 A value is missing before & -> an [attribute], a "text" or a function
            Left(,3) => SYNTAX 1:6 A value is missing between ( and , -> an [attribute], a "text" or a function
            Left([a],) => SYNTAX 1:10 A value is missing between , and ) -> an [attribute], a "text" or a function
            [a] [b] => SYNTAX 1:5 An operator is missing between [a] and [b] -> & to join texts
            [a] and [b] => SYNTAX 1:5 An operator is missing between [a] and and -> And
            [a] OR [b] => SYNTAX 1:5 An operator is missing between [a] and OR -> Or
            [a], [b] => SYNTAX 1:4 A comma separates arguments, but this one stands outside a function's parentheses -> & to join texts
            [a] = 1 = 2 => SYNTAX 1:9 Comparisons cannot be chained; compare twice and join the two -> And
            [a] = Not [b] => SYNTAX 1:11 Beside an operator, Not needs parentheses around its condition -> Not(...)
            [a]) => SYNTAX 1:4 This closing parenthesis has no opening one -> remove it, or add '(' before
            "abc => SYNTAX 1:1 This text is not closed by a double quote -> "
            Left([a, 3) => SYNTAX 1:6 This attribute name is not closed by ']' -> ]
            [] => SYNTAX 1:1 The name of an attribute is missing between the brackets -> [name]
            'abc' => SYNTAX 1:1 The character ' means nothing here -> text stands in double quotes: "..."
            [a] != 1 => SYNTAX 1:5 The character ! means nothing here -> <> for unequal, Not for the opposite
            %a b% => SYNTAX 1:1 The name of a parameter is letters, digits, dots and hyphens between two percent signs -> %name%
            {} => SYNTAX 1:1 The name of a decided value stands between braces -> {name}
            99999999999999999999 => SYNTAX 1:1 The number 99999999999999999999 is too large: numbers have 64 bits
            &HFFFFFFFFFFFFFFFFF => SYNTAX 1:1 The number &HFFFFFFFFFFFFFFFFF is too large: numbers have 64 bits
            """)
    void saysWhatIsWrongAndWhere(String expression, String mistake) {
        String all = Evaluating.mistakes(expression, SCOPE);
        assertEquals(mistake, all.lines().findFirst().orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void saysThatAnExpressionIsEmpty(String expression) {
        assertTrue(Evaluating.mistakes(expression, SCOPE).contains("The expression is empty"));
    }

    @Test
    void countsLinesAndColumnsInCharactersAsPeopleSeeThem() {
        assertEquals(
                "SYNTAX 2:7 A value is missing between & and & -> an [attribute], a \"text\" or a function",
                Evaluating.mistakes("[a] &\n\"\ud83d\ude00\" & & [b]", SCOPE));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 10_000, 200_000})
    void refusesWhatIsNestedTooDeepInsteadOfOverflowing(int depth) {
        assertTooDeep("(".repeat(depth) + "1" + ")".repeat(depth));
        assertTooDeep("IIF(".repeat(depth) + "True, 1, 2" + ")".repeat(depth));
        assertTooDeep("Not ".repeat(depth) + "True");
        assertTooDeep("-".repeat(depth) + "1");
        assertTooDeep("1" + " - 1".repeat(depth));
        assertTooDeep("(".repeat(depth));
    }

    private static void assertTooDeep(String expression) {
        String mistakes = Evaluating.mistakes(expression, SCOPE);
        assertTrue(mistakes.startsWith("SYNTAX ") && mistakes.contains("nested too deep: more than 200 levels"),
                mistakes);
    }

    @Test
    void acceptsChainsOfAnyLength() throws ExpressionException {
        String chain = "\"a\"" + " & [b]".repeat(20_000);
        Expression expression = ExpressionCompiler.compile(chain, SCOPE);
        assertEquals("a", Evaluating.written(expression.evaluate(Evaluation.at(Instant.EPOCH))));
        assertEquals("", Evaluating.mistakes("[b]" + " And [b]".repeat(20_000), SCOPE));
    }

    @Test
    void refusesADeepTreeOfConditionElementsToo() {
        Node node = new Node.Word("True", new Node.Position(1, 1));
        for (int depth = 0; depth < 10_000; depth++) {
            node = new Node.Call("Not", List.of(node), new Node.Position(1, 1));
        }
        Node deep = node;
        ExpressionException refused = assertThrows(
                ExpressionException.class, () -> ExpressionCompiler.compile(deep, "", SCOPE));
        assertTrue(refused.getMessage().contains("nested too deep"));
    }

    @Test
    void acceptsLongChainsOfConditionElements() throws ExpressionException {
        Node chain = new Node.Word("False", new Node.Position(1, 1));
        for (int length = 0; length < 10_000; length++) {
            chain = new Node.Call(
                    "Or", List.of(chain, new Node.Word("True", new Node.Position(1, 1))), new Node.Position(1, 1));
        }
        assertTrue(ExpressionCompiler.compile(chain, "", SCOPE).holds(Evaluation.at(Instant.EPOCH)));
    }
}
