package org.syncline.dsl.condition;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.ExpressionCompiler;
import org.syncline.dsl.expression.ExpressionException;
import org.syncline.dsl.expression.Scope;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** What is denied of random conditions is true of no object there is: all of those that a few values make are tried. */
class SoundConditionsTest {
    private static final ObjectType TYPE = ObjectType.ofMetaverse(
            "person",
            AttributeDefinition.single("text", AttributeType.STRING),
            AttributeDefinition.single("number", AttributeType.INTEGER),
            AttributeDefinition.single("truth", AttributeType.BOOLEAN),
            AttributeDefinition.multi("texts", AttributeType.STRING));
    private static final List<String> TEXTS = List.of("", "a", "A", "ab", "aB", "b", "ba", "c");
    private static final List<String> COMPARISONS = List.of("=", "<>", "<", "<=", ">", ">=");
    private static final int CONDITIONS = 1_500;

    private final Random random = new Random(7);

    @Test
    void whatIsDeniedHoldsForNothing() throws ExpressionException {
        List<Evaluation> objects = objects();
        int denied = 0;
        for (int round = 0; round < CONDITIONS; round++) {
            Expression condition = ExpressionCompiler.compile(condition(3), Scope.of(TYPE, Map.of()));
            boolean canHold = Conditions.canHold(List.of(condition));
            denied += canHold ? 0 : 1;
            assertTrue(canHold || objects.stream().noneMatch(condition::holds), condition::source);
        }
        assertTrue(denied > CONDITIONS / 20, "So few were denied that nothing was tested: " + denied);
    }

    @Test
    void whatFollowsHoldsWhereverTheOtherDoes() throws ExpressionException {
        List<Evaluation> objects = objects();
        int followed = 0;
        for (int round = 0; round < CONDITIONS; round++) {
            Expression one = ExpressionCompiler.compile(condition(2), Scope.of(TYPE, Map.of()));
            Expression other = ExpressionCompiler.compile(condition(2), Scope.of(TYPE, Map.of()));
            boolean follows = Conditions.follows(one, List.of(other));
            followed += follows ? 1 : 0;
            assertTrue(
                    !follows || objects.stream().filter(other::holds).allMatch(one::holds),
                    () -> one.source() + " from " + other.source());
        }
        assertTrue(followed > CONDITIONS / 20, "So few followed that nothing was tested: " + followed);
    }

    private String condition(int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(4)) {
            case 0 -> "(" + condition(depth - 1) + " And " + condition(depth - 1) + ")";
            case 1 -> "(" + condition(depth - 1) + " Or " + condition(depth - 1) + ")";
            case 2 -> "Not (" + condition(depth - 1) + ")";
            default -> atom();
        };
    }

    private String atom() {
        String text = '"' + TEXTS.get(random.nextInt(TEXTS.size())) + '"';
        int number = random.nextInt(5);
        String comparison = COMPARISONS.get(random.nextInt(COMPARISONS.size()));
        String sensitivity = random.nextBoolean() ? "CaseSensitive" : "CaseInsensitive";
        return switch (random.nextInt(15)) {
            case 0, 1, 2 -> "[text] " + comparison + " " + text;
            case 3 -> text + " " + comparison + " [text]";
            case 4 -> "Equals([text], " + text + ", " + sensitivity + ")";
            case 5 -> "StartsWith([text], " + text + ", " + sensitivity + ")";
            case 6 -> "Contains([text], " + text + ", " + sensitivity + ") > 0";
            case 7 -> "IsPresent([text])";
            case 8 -> "IsNull([number])";
            case 9, 10 -> "[number] " + comparison + " " + number;
            case 11 -> "Between([number], \"" + number + "\", \"" + random.nextInt(5) + "\")";
            case 12 -> "IsBitSet([number], " + (1 + random.nextInt(3)) + ")";
            case 13 -> "[truth]";
            default -> "Equals([texts], " + text + ", " + sensitivity + ")";
        };
    }

    /** One for each combination of values and of nothing. */
    private static List<Evaluation> objects() {
        List<Evaluation> objects = new ArrayList<>();
        for (Content text : contents(TEXTS.stream().map(TextValue::new).toList())) {
            for (Content number : contents(List.of(-1, 0, 1, 2, 3, 4, 5).stream().map(IntegerValue::new).toList())) {
                for (Content truth : contents(List.of(BooleanValue.TRUE, BooleanValue.FALSE))) {
                    for (Content texts : contents(List.of(
                            new TextValue("a"), Content.of(List.of(new TextValue("A"), new TextValue("b")))))) {
                        objects.add(object(text, number, truth, texts));
                    }
                }
            }
        }
        return objects;
    }

    private static List<Content> contents(List<? extends Content> values) {
        List<Content> contents = new ArrayList<>(values);
        contents.add(null);
        return contents;
    }

    private static Evaluation object(Content... contents) {
        Attributes.Builder attributes = Attributes.builder(TYPE);
        for (int index = 0; index < contents.length; index++) {
            if (contents[index] != null) {
                attributes.set(index, contents[index]);
            }
        }
        return Evaluation.at(Instant.EPOCH).source(attributes.build());
    }
}
