package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.IntegerValue;

class FlowControlTest {
    private final Evaluating evaluating = Evaluating.expressions()
            .with("city", "Rome")
            .with("empty", "")
            .with("flag", BooleanValue.TRUE)
            .with("number", new IntegerValue(7))
            .with("many", "a", "b");

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            IIF([flag], "yes", "no") => yes
            IIF([absent], "yes", "no") => no
            IIF([flag], NULL, "no") => NULL
            IIF([flag], AuthoritativeNull, "no") => AUTHORITATIVE_NULL
            IIF(Not [flag], "no", IgnoreThisFlow) => IGNORE_THIS_FLOW
            IIF([flag], [many], "no") => a|b
            IIF([city], "yes", "no") => error: True or False is needed here, but 'Rome' is a text; convert it with CBool
            IIF(True, "x", 1 / 0) => x
            IIF(False, Error("never"), "x") => x
            IIF(True, Error("No name for " & [city]), "x") => error: No name for Rome
            Error([absent]) => error: The rule reports an error without a message
            Switch([city] = "London", "English", [city] = "Rome", "Italian", True, Error("Unknown city")) => Italian
            Switch([city] = "Oslo", "Norwegian", True, Error("Unknown city")) => error: Unknown city
            Switch([city] = "Oslo", "Norwegian") => NULL
            Switch(True, "x", 1 / 0 = 1, "y") => x
            With($x, Error("not needed"), "x") => x
            With($x, Error("needed"), $x) => error: needed
            Select($x, [absent], Error("no value")) => NULL
            [flag] Or 1 / 0 = 1 => True
            Not [flag] And 1 / 0 = 1 => False
            [flag] And 1 / 0 = 1 => error: 1 cannot be divided by 0
            [flag] && Not [absent] => True
            [absent] Or [absent] => False
            Not [absent] => True
            [absent] And [flag] => False
            [absent] = "x" => False
            [absent] <> "x" => False
            [absent] < 1 => False
            [absent] = [absent] => False
            [absent] + 1 => NULL
            -[absent] => NULL
            [absent] & [absent] & "" => ``
            [absent] & "x" & [number] => x7
            [city] & [flag] => error: A text is needed here, but 'True' is True or False; convert it with CStr
            [city] = "ROME" => True
            [city] = 7 => error: The operator = cannot compare 'Rome', which is a text, with '7', which is a whole number
            [city] > "ROMA" => True
            [flag] = False => False
            [flag] <> False => True
            [flag] > [flag] => error: The operator > needs numbers, texts or dates, but 'True' is True or False
            [number] >= 7 => True
            [number] / 0 => error: 7 cannot be divided by 0
            9223372036854775807 + [number] => error: The result of 9223372036854775807 and 7 does not fit into 64 bits
            -7 / 2 => -3
            [number] * -3 + 1 => -20
            [city] + 1 => error: A whole number is needed here, but 'Rome' is a text; convert it with CNum
            IsPresent([city]) = False => False
            IsPresent([empty]) => False
            IsPresent([absent]) => False
            IsPresent([many]) => True
            IsPresent([number]) => True
            IsNull([absent]) => True
            IsNull([empty]) => False
            IsNull(AuthoritativeNull) => True
            IsNullOrEmpty([empty]) => True
            IsNullOrEmpty([number]) => False
            IsEmpty([empty]) => True
            IsEmpty([absent]) => False
            BitAnd([number], &H2) => 2
            BitAnd([absent], &H2) => NULL
            BitOr([number], 8) => 15
            SetBit([absent], 2) => 2
            SetBit([number], 8) => 15
            ClearBit([number], 2) => 5
            IsBitSet([number], 2) => True
            IsBitSet([number], 10) => False
            IsBitSet([absent], 2) => False
            IsBitSet([number], 0) => False
            "a" & CRLF & "b" = "a" & CRLF & "B" => True
            """)
    void givesWhatTheReferenceSays(String expression, String result) {
        assertEquals(result, evaluating.result(expression));
    }
}
