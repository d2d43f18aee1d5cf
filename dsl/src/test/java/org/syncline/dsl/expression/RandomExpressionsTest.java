package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.TextValue;

/** Throws pieces of expressions together: whatever comes out is a result or an error that says what is wrong. */
class RandomExpressionsTest {
    private static final String[] PIECES = {
            "[a]", "[n]", "[absent]", "%p%", "%q%", "{d}", "\"x\"", "\"", "1", "&H1F", "&", "&&", "||", "+", "-", "*",
            "/", "=", "<>",
            "<", "(", ")", ")", ",", "Not", "And", "Or", "True", "NULL", "Left(", "IIF(", "Split(", "Len(", "With(",
            "Select(", "$x",
            "$y", "\\", "[", "]", "'", "\n", "\u00e9", "\ud83d\ude00", "UTF8", "Contains(", "Nothing("
    };
    private static final Map<String, Content> VALUES = Map.of("a", new TextValue("text"), "n", new IntegerValue(7));

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 12, 40})
    void giveAResultOrSayWhatIsWrong(int pieces) {
        Random random = new Random(pieces);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder expression = new StringBuilder();
            for (int piece = 0; piece < pieces; piece++) {
                expression.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextBoolean() ? " " : "");
            }
            evaluate(expression.toString());
        }
    }

    private static void evaluate(String expression) {
        try {
            Evaluation evaluation = Evaluation.at(Instant.EPOCH).names(name -> VALUES.getOrDefault(name, Absence.NULL));
            assertNotNull(ExpressionCompiler.compile(expression, Scope.byName(Map.of("p", "v"))).evaluate(evaluation));
        } catch (ExpressionException mistaken) {
            mistaken.mistakes()
                    .forEach(mistake -> assertFalse(mistake.message().isBlank() || mistake.column() < 1, expression));
        } catch (EvaluationException expected) {
            assertNotNull(expected.getMessage(), expression);
        } catch (RuntimeException unexpected) {
            fail(expression, unexpected);
        }
    }
}
