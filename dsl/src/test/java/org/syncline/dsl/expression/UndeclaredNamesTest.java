package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that nobody declared may hold several values; that they might is no mistake. */
class UndeclaredNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "LCase([first]) & LCase([last])               | annlee",
                    "Left([first], 1) & Trim([last])              | ALee",
                    "LCase([first]) = \"ann\"                     | True",
                    "IIF(True, LCase([first]), \"\") & UCase([last]) | annLEE",
                    "LCase(Left([first], 1)) & RemoveDiacritics(LCase([last])) | alee"})
    void takeSingleValuesWhereSingleValuesBelong(String expression, String result) {
        assertEquals(result, Evaluating.expressions().with("first", "Ann").with("last", "Lee").result(expression));
    }

    @Test
    void severalValuesStillAnswerSeveral() {
        assertEquals("ax|bx", Evaluating.expressions().with("x", "A", "B").result("LCase([x]) & \"x\""));
    }
}
