package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ReferenceValue;

class MultiValueFunctionsTest {
    private final Evaluating evaluating = Evaluating.expressions()
            .with("mail", "jd@contoso.com")
            .with("proxyAddresses", "smtp:jd@contoso.com", "SMTP:john@contoso.com", "x500:/o=contoso")
            .with("numbers", Content.of(List.of(new IntegerValue(3), new IntegerValue(30))))
            .with("member", Content.of(List.of(ReferenceValue.toDn("cn=a,dc=x"), ReferenceValue.toDn("cn=b,dc=x"))))
            .with("version", "1.1.2.4");

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            Contains([proxyAddresses], "SMTP:") => 2
            Contains([proxyAddresses], "SMTP:", CaseInsensitive) => 1
            Contains([proxyAddresses], "fax:") => 0
            Contains([absent], "x") => 0
            Contains([mail], "contoso") => 1
            Contains([member], "cn=b,dc=x") => 2
            Contains([member], "cn=b") => 0
            Count([proxyAddresses]) => 3
            Count([mail]) => 1
            Count([absent]) => 0
            ValueCount("proxyAddresses") + ValueCount([mail]) => 4
            Mid(Item([proxyAddresses],Contains([proxyAddresses], "SMTP:")),6) => john@contoso.com
            Item([mail], 1) => jd@contoso.com
            Item([mail], 2) => error: There is no value number 2 among 1; ItemOrNull gives NULL instead of an error
            Item([absent], 1) => error: There is no value number 1 among 0; ItemOrNull gives NULL instead of an error
            Item([mail], [absent]) => error: There is no value number NULL among 1; ItemOrNull gives NULL instead of an error
            ItemOrNull([mail], 0) => NULL
            Item(Split([version], "."), 4) => 4
            Item(Split([version], "."), 2) => 1
            Merge([mail], [absent], [proxyAddresses]) => jd@contoso.com|smtp:jd@contoso.com|SMTP:john@contoso.com|x500:/o=contoso
            Join(Merge([mail], [mail], NULL), ",") => jd@contoso.com,jd@contoso.com
            Count(Merge([absent], AuthoritativeNull)) => 0
            Merge([absent], [absent]) => NULL
            LCase(Merge("A", Split("B,C", ","))) => a|b|c
            Join(Split([version], "."), "-") => 1-1-2-4
            Join([proxyAddresses]) => smtp:jd@contoso.com SMTP:john@contoso.com x500:/o=contoso
            Join([proxyAddresses], "") => smtp:jd@contoso.comSMTP:john@contoso.comx500:/o=contoso
            Join([absent], ",") => NULL
            Join([mail], ",") => jd@contoso.com
            Join([numbers], ",") => error: A text is needed here, but '3' is a whole number; convert it with CStr
            Join(CStr([numbers]), ",") => 3,30
            Split([absent], ",") => NULL
            Split("", ",") => NULL
            Split("a", ",") => a
            Count(Split("a,,b,", ",")) => 4
            Split("a--b--c", "--", 2) => a|b--c
            Split("a,b", ",", 1) => a,b
            Split("a", "") => error: Split needs a delimiter that is not empty and a limit of 1 or more
            Split("a,b", ",", 0) => error: Split needs a delimiter that is not empty and a limit of 1 or more
            RemoveDuplicates(Trim(ImportedValue([proxyAddresses]))) => smtp:jd@contoso.com|SMTP:john@contoso.com|x500:/o=contoso
            Count(RemoveDuplicates(Split("a,b,a", ","))) => 2
            Split("a,b,a", ",") => a|b
            Select($item, [proxyAddresses], Word($item, 1, ":")) => smtp|SMTP|x500
            Select($item, [proxyAddresses], IIF(StartsWith($item, "smtp:"), Mid($item, 6), NULL)) => jd@contoso.com|john@contoso.com
            Select($item, [absent], "x") => NULL
            Select($a, Split("1,2", ","), Select($b, Split("x,y", ","), $a & $b)) => 1x|1y|2x|2y
            Where($item, [proxyAddresses], Left($item, 5) = "smtp:") => smtp:jd@contoso.com|SMTP:john@contoso.com
            Where($item, [proxyAddresses], False) => NULL
            Where($item, [numbers], $item > 5) => 30
            With($x, [numbers], IIF(Count($x) > 1, Item($x, 2), NULL)) => 30
            With($x, "a", With($x, $x & "b", $x & $x)) => abab
            With($x, IIF([mail] = "x", NULL, Split("a,b,a", ",")), Count($x) & Item($x, 3)) => 3a
            With($x, IIF([mail] = "x", Split("a,b", ","), AuthoritativeNull), $x) => AUTHORITATIVE_NULL
            Select($item, [numbers], With($twice, $item * 2, $twice + $twice)) => 12|120
            "smtp:" & Item([proxyAddresses], 1) => smtp:smtp:jd@contoso.com
            "<" & [numbers] & ">" => <3>|<30>
            [numbers] + 1 => 4|31
            [numbers] & [proxyAddresses] => error: Only one argument may have several values here: take one with Item, or make them one text with Join
            [numbers] = 3 => error: One value is needed here, but there are 2: take one with Item, or make them one text with Join
            Not [numbers] => error: One value is needed here, but there are 2: take one with Item, or make them one text with Join
            """)
    void givesWhatTheReferenceSays(String expression, String result) {
        assertEquals(result, evaluating.result(expression));
    }
}
