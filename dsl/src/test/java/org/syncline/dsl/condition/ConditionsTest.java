package org.syncline.dsl.condition;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.ExpressionCompiler;
import org.syncline.dsl.expression.ExpressionException;
import org.syncline.dsl.expression.Scope;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;

class ConditionsTest {
    private static final Scope NAMES = Scope.of(
            ObjectType.ofMetaverse(
                    "person",
                    AttributeDefinition.single("status", AttributeType.STRING),
                    AttributeDefinition.single("title", AttributeType.STRING),
                    AttributeDefinition.single("grade", AttributeType.INTEGER),
                    AttributeDefinition.single("hired", AttributeType.DATE),
                    AttributeDefinition.single("external", AttributeType.BOOLEAN),
                    AttributeDefinition.single("manager", AttributeType.REFERENCE),
                    AttributeDefinition.multi("phones", AttributeType.STRING)),
            Map.of("Region", "north"))
            .withTarget(ObjectType.ofConnectorSpace(
                    "user", AttributeDefinition.single("flags", AttributeType.INTEGER)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "[status] = \"a\" And [status] = \"b\"",
                    "[status] = \"a\" And \"A\" <> [status]",
                    "[status] = \"a\" And Not IsPresent([status])",
                    "[status] = \"a\" And IsNull([status])",
                    "[status] = \"\" And IsPresent([status])",
                    "[status] = \"left\" And StartsWith([status], \"x\")",
                    "[status] = \"12\" And Len([status]) > 4",
                    "Equals([status], \"left\", CaseSensitive) And Len([status]) > 4",
                    "[status] = \"left\" And EndsWith([status], \"s\")",
                    "[status] = \"left\" And Contains([status], \"x\", CaseInsensitive) > 0",
                    "Equals([status], \"a\", CaseSensitive) And Equals([status], \"A\", CaseSensitive)",
                    "Equals([status], \"a\", CaseSensitive) And [status] = \"b\"",
                    "[status] < \"b\" And [status] > \"c\"",
                    "[grade] > 5 And [grade] < 5",
                    "[grade] > 5 And [grade] < 6",
                    "[grade] >= 6 And 5 >= [grade]",
                    "Between([grade], 1, 5) And Between([grade], 6, 9)",
                    "Between([grade], 5, 1)",
                    "Greater([grade], \"10\") And Less([grade], \"9\")",
                    "([grade] = 1 Or [grade] = 2) And [grade] > 2",
                    "([grade] = 1 Or [grade] = 2) And ([status] = \"a\" Or [status] = \"b\")"
                            + " And Not ([grade] = 1 Or [status] = \"a\") And Not ([grade] = 2 And [status] = \"b\")",
                    "Before([hired], \"2026-01-01\") And After([hired], \"2026-06-01\")",
                    "[external] And Not [external]",
                    "[external] = True And [external] = False",
                    "Not [external] And Not Not [external]",
                    "IsConnectedTo(\"hr\") And Not IsConnectedTo(\"hr\")",
                    "Before([hired], Now()) And Not Before([hired], Now())",
                    "IsPresent([manager]) And IsNull([manager])  And Not IsPresent([manager])",
                    "Contains([phones], \"1\") > 0 And Not Contains([phones], \"1\") > 0",
                    "[target.flags] = 1 And [target.flags] = 2",
                    "BitAnd([grade], 2) = 2 And [grade] = 4",
                    "False", "1 > 2", "[status] <> [title] And Not [status] <> [title]"})
    void areDeniedWhenNothingCanMeetThem(String condition) throws ExpressionException {
        assertEquals(false, Conditions.canHold(conditions(condition)), condition);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "[status] = \"a\" And [title] = \"b\"",
                    "[status] <> \"a\" And [status] <> \"b\"",
                    "[status] >= \"b\" And [status] <= \"b\"",
                    "Equals([status], \"a\", CaseSensitive) And [status] = \"A\"",
                    "Not Equals([status], \"a\", CaseSensitive) And Not Equals([status], \"A\", CaseSensitive) And [status] = \"a\"",
                    "Not Equals([status], \"ab\", CaseSensitive) And Not Equals([status], \"AB\", CaseSensitive) And [status] = \"aB\"",
                    "[status] > \"a\" And [status] < \"b\"",
                    "StartsWith([status], \"x\") And StartsWith([status], \"xy\")",
                    "Not [status] = \"a\" And Not [status] <> \"a\"",
                    "IsNull([status]) And Not IsPresent([status])",
                    "IsPresent([status]) Or IsNull([status])",
                    "IsEmpty([status]) And Not IsPresent([status])",
                    "[status] = \"left\" And StartsWith([status], \"L\", CaseSensitive)",
                    "[status] = \"left\" And Contains([status], \"LE\", CaseSensitive) > 0",
                    "[grade] > 5 And [grade] < 7",
                    "[grade] > 5 And Not [grade] = 6",
                    "Contains([phones], \"1\") > 0 And Contains([phones], \"2\") > 0",
                    "Equals([phones], \"1\") And Equals([phones], \"2\")",
                    "Between([phones], \"1\", \"2\") And Not Between([phones], \"3\", \"4\")",
                    "Before([hired], Now()) And After([hired], \"2026-06-01\")",
                    "[status] = %Region% And [status] = \"south\"",
                    "%Region% = \"south\"",
                    "[status] = [title] And [status] = \"x\" And [title] = \"y\"",
                    "Not [external] And IsNull([external])",
                    "CNum([status]) > 5 And [status] > \"a\"",
                    "IsConnectedTo(\"hr\") And Not IsConnectedTo(\"ad\")"})
    void areNotDeniedWhenSomethingMayMeetThem(String condition) throws ExpressionException {
        assertEquals(true, Conditions.canHold(conditions(condition)), condition);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [status] = "a"                | [status] = "a" And [title] = "b"      | true
            [status] = "A"                | [status] = "a"                        | true
            IsPresent([status])           | [status] = "a"                        | true
            [status] <> "b"               | [status] = "a"                        | true
            Not [status] = "b"            | IsNull([status])                      | true
            [status] <> "b"               | Not [status] = "b"                    | false
            [grade] > 3                   | [grade] > 5                           | true
            [grade] > 3                   | [grade] >= 4                          | true
            [grade] > 5                   | [grade] > 3                           | false
            [status] = "a" Or [grade] = 1 | [grade] = 1                           | true
            [title] = "x"                 | [status] = "a"                        | false
            IsPresent([phones])           | Equals([phones], "1")                 | false
            """)
    void followWhenNothingMeetsTheOthersAlone(String condition, String other, boolean follows) throws Exception {
        assertEquals(follows, Conditions.follows(conditions(condition).getFirst(), conditions(other)));
    }

    @Test
    void whereThereIsNoConditionItHoldsAlways() throws Exception {
        assertEquals(true, Conditions.follows(null, conditions("[grade] = 1")));
        assertEquals(false, Conditions.follows(conditions("[grade] = 1").getFirst(), Arrays.asList((Expression) null)));
        assertEquals(true, Conditions.canHold(Arrays.asList((Expression) null)));
    }

    @Test
    void severalConditionsAreTakenTogether() throws Exception {
        assertEquals(false, Conditions.canHold(conditions("[grade] > 3", "[grade] < 2")));
    }

    @Test
    void anAlternativeThatCanNeverHoldIsFound() throws Exception {
        assertEquals(
                "[grade] = 1 And [grade] = 2",
                Conditions.impossiblePart(
                        conditions("[status] = \"a\" And ([title] = \"b\" Or [grade] = 1 And [grade] = 2)").getFirst())
                        .orElseThrow()
                        .source()
                        .replace("(", "")
                        .replace(")", ""));
        assertEquals(Set.of(), Set.copyOf(
                Conditions.impossiblePart(conditions("[grade] = 1 Or [grade] = 2").getFirst()).stream().toList()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [status] <> "a" Or [status] <> "b"               | true
            [grade] < 5 Or [grade] >= 5                      | true
            [grade] = 1 Or [grade] <> 1 And [grade] > -9     | false
            [status] = "a" Or [status] <> "b"                | false
            IsNull([status]) Or [status] <> "a"              | false
            IsPresent([status]) Or [status] <> "a"           | false
            [status] <> "a" Or [title] <> "b"                | false
            [status] <> "a" And [status] <> "b"              | false
            """)
    void alternativesThatEveryValueMeetsAreFound(String condition, boolean isIdle) throws Exception {
        assertEquals(isIdle, Conditions.idleChoice(conditions(condition).getFirst()).isPresent());
    }

    /** Nine who each need one of eight seats: impossible, and long to find out. */
    @Test
    void whatIsTooMuchToLookAtIsNotDenied() throws Exception {
        assertEquals(false, Conditions.canHold(conditions(seated(3))));
        assertEquals(true, Conditions.canHold(conditions(seated(8))));
    }

    private static String seated(int seats) {
        List<String> parts = new ArrayList<>();
        for (int who = 0; who <= seats; who++) {
            int one = who;
            parts.add(IntStream.range(0, seats).mapToObj(seat -> sits(one, seat)).collect(joining(" Or ", "(", ")")));
            for (int other = 0; other < who; other++) {
                for (int seat = 0; seat < seats; seat++) {
                    parts.add("Not (" + sits(who, seat) + " And " + sits(other, seat) + ")");
                }
            }
        }
        return String.join(" And ", parts);
    }

    private static String sits(int who, int seat) {
        return "IsConnectedTo(\"" + who + " on " + seat + "\")";
    }

    private static List<Expression> conditions(String... texts) throws ExpressionException {
        Expression[] conditions = new Expression[texts.length];
        for (int index = 0; index < texts.length; index++) {
            conditions[index] = ExpressionCompiler.compile(texts[index], NAMES);
        }
        return List.of(conditions);
    }
}
