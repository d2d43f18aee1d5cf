package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ReferenceValue;

class ConversionFunctionsTest {
    private final Evaluating evaluating = Evaluating.expressions()
            .with("text", "abc")
            .with("dn", "CN=Lee\\, Ann,OU=Sales, OU=EU ,DC=contoso,DC=com")
            .with("many", "1", "22")
            .with("number", new IntegerValue(42))
            .with("truth", BooleanValue.TRUE)
            .with("date", new DateValue(Instant.parse("2026-01-31T18:00:00Z")))
            .with("bytes", new BinaryValue(new byte[]{1, 2, 3}))
            .with("manager", ReferenceValue.toDn("cn=Boss,dc=contoso"))
            .with("conflict", "CN=Ann\\0ACNF:1234,DC=contoso");

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            CStr([number]) => 42
            CStr([truth]) => True
            CStr([manager]) => cn=Boss,dc=contoso
            CStr([text]) => abc
            CStr([absent]) => NULL
            CStr([date]) => error: CStr cannot write a date; use FormatDateTime
            CStr([bytes]) => error: CStr cannot write binary data; use ConvertToBase64
            CNum(" 42 ") => 42
            CNum("-1") => -1
            CNum("+1") => 1
            CNum("&H1F") => 31
            CNum([number]) => 42
            CNum([many]) => 1|22
            CNum([absent]) => NULL
            CNum("") => error: '' is not a whole number
            CNum("1.5") => error: '1.5' is not a whole number
            CNum("9223372036854775808") => error: '9223372036854775808' is not a whole number
            CBool(0) => False
            CBool(-1) => True
            CBool("0") => False
            CBool("1") => True
            CBool("TRUE") => True
            CBool([truth]) => True
            CBool("yes") => error: 'yes' is not True, False or a number
            CBool([absent]) => NULL
            IIF(CBool([absent]), "a", "b") => b
            CBool(IIF(IsPresent([absent]), BitAnd([number], 1) > 0, NULL)) => NULL
            CBin("AQID") = [bytes] => True
            CBin("%") => error: '%' is not binary data in Base64
            ConvertToBase64([bytes]) => AQID
            ConvertToBase64([absent]) => NULL
            ConvertFromBase64("AQ==") => \ufffd
            ConvertFromBase64("*") => error: '*' is not Base64
            ConvertFromUTF8Hex(ConvertToUTF8Hex("Zo\u00eb \ud83d\ude00")) => Zo\u00eb \ud83d\ude00
            ConvertFromUTF8Hex("4") => error: '4' is not a text in hexadecimal digits, two a byte
            CGuid("00112233-4455-6677-8899-AABBCCDDEEFF") => MyIRAFVEd2aImaq7zN3u/w==
            CGuid("{00112233-4455-6677-8899-AABBCCDDEEFF") => error: '{00112233-4455-6677-8899-AABBCCDDEEFF' is not a GUID such as 00112233-4455-6677-8899-aabbccddeeff
            StringFromGuid([bytes]) => error: A GUID has 16 bytes, not 3
            StringFromSid(CBin("AQEAAAAAAAUSAAAA")) => S-1-5-18
            StringFromSid([bytes]) => error: These 3 bytes are no security identifier
            StringFromSid([text]) => error: 'abc' is a text; binary data is needed
            DNComponent([dn], 1) => Lee\\, Ann
            DNComponent(CRef([dn]), 2) => Sales
            DNComponent([dn], 3) => EU
            DNComponent([dn], 6) => NULL
            DNComponent([dn], 0) => NULL
            DNComponent([absent], 1) => NULL
            DNComponentRev(CRef([dn]), 1) => com
            DNComponentRev(CRef([dn]), 1, DC) => EU
            DNComponentRev(CRef([dn]), 3, DC) => Lee\\, Ann
            DNComponentRev(CRef([dn]), 4, DC) => NULL
            DNComponent([manager], 1) => Boss
            CBool(InStr(DNComponent(CRef([conflict]),1),"\\\\0ACNF:")>0) => True
            CBool(InStr(DNComponent(CRef([dn]),1),"\\\\0ACNF:")>0) => False
            "<" & EscapeDNComponent(" #a,b+c=d ") & ">" => <\\ #a\\,b\\+c\\=d\\ >
            EscapeDNComponent("#a") => \\#a
            EscapeDNComponent("Zo\u00eb") => Zo\u00eb
            [rdn] => CN=Lee\\, Ann
            IsNumeric([number]) => True
            IsNumeric([text]) => False
            IsNumeric([absent]) => False
            IsNumeric([many]) => False
            IsString([number]) => True
            IsString([bytes]) => False
            IsDate([date]) => True
            IsDate([text]) => False
            IsGuid([text]) => False
            """)
    void givesWhatTheReferenceSays(String expression, String result) {
        assertEquals(result, evaluating.result(expression));
    }
}
