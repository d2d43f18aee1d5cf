package org.syncline.platform.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "\"Zoë\"                  | \"Zoë\"",
                    "42                       | 42",
                    "true                     | true",
                    "null                     | null",
                    "[\"a\",\"b\"]            | [\"a\",\"b\"]",
                    "[\"a\"]                  | \"a\"",
                    "[]                       | null",
                    "{\"binary\":\"AQI=\"}    | {\"binary\":\"AQI=\"}",
                    "{\"date\":\"2026-01-31\"}| {\"date\":\"2026-01-31T00:00:00Z\"}",
                    "{\"date\":\"2026-01-31T09:30:00Z\"} | {\"date\":\"2026-01-31T09:30:00Z\"}",
                    "{\"reference\":\"cn=A,dc=x\"} | {\"reference\":\"cn=A,dc=x\"}"})
    void aValueComesOutAsItWentIn(String given, String expected) throws IOException {
        assertEquals(
                List.of("{\"value\":" + expected + "}"),
                answers("{\"expression\":\"[x]\",\"attributes\":{\"x\":" + given + "}}"));
    }

    @ParameterizedTest
    @CsvSource({"AuthoritativeNull", "IgnoreThisFlow"})
    void intentsAreNamed(String intent) throws IOException {
        assertEquals(List.of("{\"value\":{\"intent\":\"" + intent + "\"}}"),
                answers("{\"expression\":\"" + intent + "\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "no json                                              | syntax",
                    "''                                                   | syntax",
                    "[1]                                                  | syntax",
                    "{\"expression\":\"1 +\"}                             | syntax",
                    "{\"expression\":\"1\",\"attributes\":{\"x\":1.5}}    | syntax",
                    "{\"expression\":\"1\",\"attributes\":{\"x\":{\"date\":\"soon\"}}} | syntax",
                    "{\"expression\":\"NoSuchFunction(1)\"}               | unknown",
                    "{\"expression\":\"Left(True, True)\"}                | type",
                    "{\"expression\":\"1 / [x]\",\"attributes\":{\"x\":0}} | evaluation"})
    void whatGoesWrongIsAnsweredByItsKind(String request, String kind) throws IOException {
        String answer = answers(request).getFirst();
        assertTrue(answer.startsWith("{\"error\":{\"kind\":\"" + kind + "\",\"message\":\""), answer);
    }

    @Test
    void goesOnAfterABrokenLine() throws IOException {
        List<String> answers = answers("{broken\n{\"expression\":\"1 + 1\"}");
        assertEquals(2, answers.size());
        assertEquals("{\"value\":2}", answers.getLast());
    }

    @Test
    void readsParameters() throws IOException {
        assertEquals(List.of("{\"value\":\"de\"}"),
                answers("{\"expression\":\"%Country%\",\"parameters\":{\"Country\":\"de\"}}"));
    }

    private static List<String> answers(String requests) throws IOException {
        StringWriter out = new StringWriter();
        new JsonLines(new ExpressionTrial(NOON))
                .answer(new BufferedReader(new StringReader(requests + "\n")), new PrintWriter(out));
        return out.toString().lines().toList();
    }
}
