package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.schema.identity.IntegerValue;

class TextFunctionsTest {
    private final Evaluating evaluating = Evaluating.expressions()
            .with("name", "Zo\u00eb")
            .with("empty", "")
            .with("emoji", "\ud83d\ude00a\ud83d\ude01b")
            .with("padded", "\u00a0 a b \t\n")
            .with("many", "SMTP:a@x", "smtp:b@x", "x500:c")
            .with("number", new IntegerValue(42))
            .parameter("Replace", "\u2019:,\u00c5:A,\u00c4:A,\u00d6:O,\u00e5:a,\u00e4:a,\u00f6:o");

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            nullValues = "-",
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock = """
            "[" & Left([absent], 3) & "]" => []
            Left([name], 0) => -
            Left([name], -1) => Zo\u00eb
            Left([name], 99) => Zo\u00eb
            Left([emoji], 1) => \ud83d\ude00
            Left([emoji], 2) => \ud83d\ude00a
            Left([many], 4) => SMTP|smtp|x500
            Left([name], [absent]) => -
            Left([number], 1) => error: A text is needed here, but '42' is a whole number; convert it with CStr
            Left([name], [name]) => error: A whole number is needed here, but 'Zo\u00eb' is a text; convert it with CNum
            Left([name], [many]) => error: One value is needed here, but there are 3: take one with Item, or make them one text with Join
            Right([name], 2) => o\u00eb
            Right([emoji], 3) => a\ud83d\ude01b
            Right([name], -1) => Zo\u00eb
            Right([name], 0) => -
            Right([absent], 2) => -
            Mid([emoji], 2, 2) => a\ud83d\ude01
            Mid([name], 0, 2) => Zo\u00eb
            Mid([name], -1, 2) => Zo\u00eb
            Mid([name], 4, 2) => Zo\u00eb
            Mid([name], 3, 2) => \u00eb
            Mid([name], 2, 0) => -
            Mid([name], 2, -1) => Zo\u00eb
            Mid([absent], 2, 1) => -
            Mid([name], 2) => o\u00eb
            Len([emoji]) => 4
            Len([empty]) => 0
            Len([absent]) => NULL
            Len([many]) => 8|6
            "[" & Trim([padded]) & "]" => [a b]
            "[" & LTrim(" a ") & "]" => [a ]
            "[" & RTrim(" a ") & "]" => [ a]
            "[" & Trim("   ") & "]" => []
            Trim([absent]) => NULL
            UCase("stra\u00dfe \u00e9") => STRASSE \u00c9
            LCase("\u00c9COLE I") => \u00e9cole i
            PCase("anna  MARIA-luise o'neil \u00e9lan") => Anna  Maria-luise O'neil \u00c9lan
            ProperCase("mcDONALD") => Mcdonald
            PCase([absent]) => NULL
            Word("a  b", 2, " ") => b
            Word("  a", 1, " ") => a
            Word("a b", 3, " ") => -
            Word("a b", 0, " ") => -
            Word("a b", -1, " ") => -
            Word("abc", 1, " ") => abc
            Word([absent], 1, " ") => -
            Word("John Fitzgerald Doe", 3, " ,") => Doe
            Replace("aXbXc", "X", "-") => a-b-c
            Replace("aXbxc", "x", "") => aXbc
            Replace("abc", "", "-") => abc
            Replace([absent], "a", "b") => NULL
            Replace([many], "smtp:", "") => SMTP:a@x|b@x|x500:c
            Replace("a" & CRLF & "b", "\\r\\n", "\\t") => a\tb
            ReplaceChars("R\u00e4ksm\u00f6rg\u00e5s", %Replace%) => Raksmorgas
            ReplaceChars("O\u2019Neil", %Replace%) => ONeil
            ReplaceChars("\ud83d\ude00\u00df", "\ud83d\ude00::-), \u00df : ss,") => :-)ss
            ReplaceChars("abc", [name]) => error: ReplaceChars cannot use 'Zo\u00eb' in its pattern; write one character, a colon and what to put in its place
            PadLeft("7", 3, "0") => 007
            PadLeft("1234", 3, "0") => 1234
            PadLeft([absent], 3, "0") => -
            PadRight("\ud83d\ude00", 3, "\ud83d\ude01") => \ud83d\ude00\ud83d\ude01\ud83d\ude01
            PadLeft("7", 3, "") => error: A text is padded with one character, not with ''
            PadLeft("7", 3, "ab") => error: A text is padded with one character, not with 'ab'
            PadLeft("7", 999999999999, "0") => error: A text cannot be padded to 999999999999 characters; at most to 1000000
            InStr("abcabc", "c") => 3
            InStr("abcabc", "c", 4) => 6
            InStr("abc", "x") => 0
            InStr("abc", "C") => 0
            InStr("abc", "C", 1, vbTextCompare) => 3
            InStr([emoji], "b") => 4
            InStr("abc", "") => 1
            InStr("abc", "a", 9) => 0
            InStr("abc", "a", 0) => error: InStr cannot begin at 0: the first character is 1
            InStr([absent], "a") => NULL
            InStr([many], "@") => 7|0
            InStrRev("abcabc", "b") => 5
            InStrRev("abcabc", "b", 4) => 2
            InStrRev("abcABC", "b", -1, vbTextCompare) => 5
            InStrRev("abc", "x") => 0
            InStrRev([emoji], "\ud83d\ude01") => 3
            RemoveDiacritics("\u00c5ngstr\u00f6m \u0141\u00f3d\u017a \u00d8re \u0110or\u0111e \u0130stanbul") => Angstrom Lodz Ore Dorde Istanbul
            RemoveDiacritics("\u0928\u0940\u0924\u093f \u304c") => \u0928\u0940\u0924\u093f \u304c
            RemoveDiacritics("\u00df\u00e6") => \u00df\u00e6
            Normalize("e\u0301") = "\u00e9" => True
            Len(Normalize("\u00e9", NFD)) => 2
            Concatenate([name], "-", [number], [absent]) => Zo\u00eb-42
            """)
    void givesWhatTheReferenceSays(String expression, String result) {
        assertEquals(result == null ? "" : result, evaluating.result(expression));
    }
}
