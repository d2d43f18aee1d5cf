package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ReferenceValue;

class ConditionFunctionsTest {
    private final Evaluating evaluating = Evaluating.expressions()
            .with("status", "Current")
            .with("many", "user", "Person")
            .with("number", new IntegerValue(10))
            .with("numbers", Content.of(List.of(new IntegerValue(3), new IntegerValue(30))))
            .with("flag", BooleanValue.TRUE)
            .with("hired", new DateValue(Instant.parse("2026-03-10T00:00:00Z")))
            .with("manager", ReferenceValue.toDn("CN=Boss, DC=contoso"))
            .with("key", ReferenceValue.toKey("K7"))
            .with("dn", "cn=Ann, ou=Sales,dc=contoso");

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            Equals([status], "current") => True
            Equals([status], "current", CaseSensitive) => False
            Equals([many], "person") => True
            Equals([absent], "x") => False
            Equals([number], "10") => True
            Equals([number], 10) => True
            Equals([number], "&HA") => True
            Equals([number], "ten") => error: 'ten' is not a whole number
            Equals([flag], "true") => True
            Equals([hired], "2026-03-10") => True
            Equals([manager], "cn=boss,dc=contoso") => True
            Equals([key], "K7") => True
            Equals([key], "k7") => False
            Equals([status], [absent]) => False
            In([status], "left", "CURRENT") => True
            In([many], "a", "user") => True
            In([number], "9", "11") => False
            In([absent], "x") => False
            Greater([number], "9") => True
            Greater([number], "10") => False
            AtLeast([number], "10") => True
            Less([numbers], "5") => True
            AtMost([absent], "5") => False
            Greater([status], "A") => True
            Greater([hired], "2026-03-09") => True
            Greater([flag], "false") => error: The operator > needs numbers, texts or dates, but 'True' is True or False
            Between([number], "10", "20") => True
            Between([numbers], "4", "29") => False
            Between([hired], "2026-03-01", "2026-03-10") => True
            Before([hired], FromToday("P14D")) => True
            Before([hired], FromNow("P1D")) => False
            After([hired], FromToday("P0D")) => True
            After([absent], "2026-01-01") => False
            StartsWith([status], "CUR") => True
            StartsWith([many], "per") => True
            StartsWith([absent], "") => False
            StartsWith([status], [absent]) => False
            EndsWith([status], "RENT") => True
            EndsWith([status], "RENT", CaseSensitive) => False
            EndsWith([status], "a long text that does not fit") => False
            Contains([many], "ERS", CaseInsensitive) > 0 => True
            IsUnder([dn], "OU=Sales, DC=contoso") => True
            IsUnder([dn], "dc=CONTOSO") => True
            IsUnder([dn], [dn]) => False
            IsUnder([dn], "ou=Sale,dc=contoso") => False
            IsUnder([absent], "dc=contoso") => False
            """)
    void ofSeveralValuesOneSufficesAndAbsentOnesDoNot(String expression, String result) {
        assertEquals(result, evaluating.result(expression));
    }
}
