package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ObjectType;

/** Until when the results of expressions that read the clock hold: at noon of 10 March 2026 in Berlin, where it is 11:00 UTC. */
class ClockTest {
    private static final ObjectType PERSON = ObjectType.ofMetaverse(
            "person",
            AttributeDefinition.single("hired", AttributeType.DATE),
            AttributeDefinition.single("left", AttributeType.DATE),
            AttributeDefinition.single("never", AttributeType.DATE),
            AttributeDefinition.multi("reviews", AttributeType.DATE),
            AttributeDefinition.single("notice", AttributeType.INTEGER));
    private static final Attributes ANN = Attributes.builder(PERSON)
            .set("hired", new DateValue(Instant.parse("2026-04-01T00:00:00Z")))
            .set("left", new DateValue(Instant.parse("2026-01-31T00:00:00Z")))
            .set("reviews", Content.of(List.of(
                    new DateValue(Instant.parse("2026-03-12T00:00:00Z")),
                    new DateValue(Instant.parse("2026-03-20T00:00:00Z")))))
            .set("notice", new IntegerValue(14))
            .build();

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            Now() >= [hired] => False until 2026-04-01T00:00:00Z COMPARED
            Now() > [hired] => False until 2026-04-01T00:00:00.000000001Z COMPARED
            [hired] > Now() => True until 2026-04-01T00:00:00Z COMPARED
            [hired] <= Now() => False until 2026-04-01T00:00:00Z COMPARED
            Today() >= [hired] => False until 2026-03-31T22:00:00Z COMPARED
            Today() > [hired] => False until 2026-04-01T22:00:00Z COMPARED
            Today() = [hired] => False until 2026-03-31T22:00:00Z COMPARED
            Today() <> [hired] => True until 2026-03-31T22:00:00Z COMPARED
            [hired] <= FromToday("P14D") => False until 2026-03-17T23:00:00Z COMPARED
            [hired] <= FromToday("-P1M") => False until 2026-04-30T22:00:00Z COMPARED
            [left] < FromToday("-P2M") => False until 2026-03-31T22:00:00Z COMPARED
            [hired] < FromNow("P14D") => False until 2026-03-18T00:00:00.000000001Z COMPARED
            DateAdd("d", -[notice], [hired]) <= Today() => False until 2026-03-17T23:00:00Z COMPARED
            [hired] <= DateAdd("d", [notice], Today()) => False until 2026-03-17T23:00:00Z COMPARED
            DateAdd("h", 12, Now()) > [hired] => False until 2026-03-31T12:00:00.000000001Z COMPARED
            Before([hired], FromToday("P14D")) => False until 2026-03-18T23:00:00Z COMPARED
            Before([reviews], Today()) => False until 2026-03-12T23:00:00Z COMPARED
            After([reviews], Today()) => True until 2026-03-11T23:00:00Z COMPARED
            Now() >= [left] => True until ever COMPARED
            Now() >= [never] => False until ever COMPARED
            Today() >= [hired] And Today() <= [left] => False until 2026-03-31T22:00:00Z COMPARED
            Today() >= [left] And Today() <= [hired] => True until 2026-04-01T22:00:00Z COMPARED
            IIF(Today() < [hired], "new", "old") => new until 2026-03-31T22:00:00Z COMPARED
            FormatDateTime(Today(), "yyyy") => 2026 until 2026-03-10T23:00:00Z COMPUTED_WITH
            [hired] < FromNow("P1M") => True until 2026-03-10T23:00:00Z COMPUTED_WITH
            NumFromDate(Now()) > 5 => True until 2026-03-10T23:00:00Z COMPUTED_WITH
            FromToday("P1D") > Now() => True until 2026-03-10T23:00:00Z COMPUTED_WITH
            [hired] > [left] => True until ever UNREAD
            """)
    void holdsUntil(String expression, String result) throws ExpressionException {
        Present present = new Present(Instant.parse("2026-03-10T11:00:00Z"), ZoneId.of("Europe/Berlin"));
        Expression compiled = ExpressionCompiler.compile(expression, Scope.of(PERSON, Map.of()));
        String value = Evaluating.written(compiled.evaluate(Evaluation.at(present).source(ANN)));
        String until = present.until() == null ? "ever" : present.until().toString();
        assertEquals(result, value + " until " + until + " " + compiled.clock());
    }
}
