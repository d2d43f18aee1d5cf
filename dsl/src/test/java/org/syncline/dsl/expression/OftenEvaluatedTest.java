package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** What is evaluated often is compiled anew, gives the same, and allocates nothing but its results. */
class OftenEvaluatedTest {
    private static final int TIMES = 20_000;
    private static final ObjectType PERSON = ObjectType.ofMetaverse(
            "person",
            AttributeDefinition.single("id", AttributeType.STRING),
            AttributeDefinition.single("mail", AttributeType.STRING),
            AttributeDefinition.single("grade", AttributeType.INTEGER),
            AttributeDefinition.single("nothing", AttributeType.STRING));
    private static final Attributes ANN = Attributes.builder(PERSON)
            .set("id", "E100007")
            .set("mail", "ann@example.com")
            .set("grade", new IntegerValue(7_000_000))
            .build();
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static volatile Object result;

    private final Evaluation evaluation = Evaluation.at(Instant.EPOCH).source(ANN);

    private static Expression compiled(String text) throws ExpressionException {
        return ExpressionCompiler.compile(text, Scope.of(PERSON, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                    "'UCase(Left([mail], 3)) & [nothing]', ANN",
                    "'[grade] + 1', 7000001",
                    "'IIF(IsPresent([nothing]), \"some\", \"none\")', none"})
    void givesTheSameEachTime(String text, String expected) throws ExpressionException {
        Expression expression = compiled(text);
        for (int time = 0; time < 1_000; time++) {
            assertEquals(expected, expression.evaluate(evaluation).asList().getFirst().text());
        }
    }

    @Test
    void holdsEachTime() throws ExpressionException {
        Expression holds = compiled("[grade] > 5");
        Expression fails = compiled("[nothing] = \"x\"");
        for (int time = 0; time < 1_000; time++) {
            assertEquals(true, holds.holds(evaluation));
            assertEquals(BooleanValue.TRUE, holds.evaluate(evaluation));
            assertEquals(false, fails.holds(evaluation));
        }
    }

    @Test
    void failsEachTime() throws ExpressionException {
        Expression expression = compiled("Error(\"no \" & [id])");
        for (int time = 0; time < 1_000; time++) {
            EvaluationException failure =
                    assertThrows(EvaluationException.class, () -> expression.evaluate(evaluation));
            assertEquals("no E100007", failure.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                    "'[id]'",
                    "'[nothing]'",
                    "'IIF([mail] = \"ANN@example.com\", [id], [nothing])'",
                    "'InStr([mail], \"@\") > 0 And Len([id]) = 7 And [grade] * 2 > 10'",
                    "'Switch([grade] = 1, \"one\", [grade] > 1, \"more\")'",
                    "'Trim([nothing])'"})
    void allocatesNothingWhereNothingIsMade(String text) throws ExpressionException {
        Expression expression = compiled(text);
        assertEquals(0, allocated(() -> expression.evaluate(evaluation)));
    }

    @Test
    void allocatesItsResultOnly() throws ExpressionException {
        Expression joined = compiled("\"uid=\" & [id] & \",ou=People,dc=example,dc=com\"");
        assertEquals(
                allocated(() -> new TextValue("uid=" + id() + ",ou=People,dc=example,dc=com")),
                allocated(() -> joined.evaluate(evaluation)));
        Expression cut = compiled("Mid([id], 2, 3)");
        assertEquals(allocated(() -> new TextValue(id().substring(1, 4))), allocated(() -> cut.evaluate(evaluation)));
        Expression computed = compiled("[grade] + 1");
        assertEquals(allocated(() -> new IntegerValue(7_000_001)), allocated(() -> computed.evaluate(evaluation)));
    }

    private static String id() {
        return ((TextValue) ANN.get(0)).text();
    }

    /** The bytes that one evaluation of many allocates. */
    private static long allocated(Supplier<Content> making) {
        repeat(making);
        long before = THREAD.getCurrentThreadAllocatedBytes();
        repeat(making);
        return (THREAD.getCurrentThreadAllocatedBytes() - before) / TIMES;
    }

    private static void repeat(Supplier<Content> making) {
        for (int time = 0; time < TIMES; time++) {
            result = making.get();
        }
    }
}
