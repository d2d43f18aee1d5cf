package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexFunctionsTest {
    private final Evaluating evaluating = Evaluating.expressions()
            .with("mail", "zoe.lee@contoso.com")
            .with("many", "a1", "b2")
            .with("broken", "(")
            .with("long", "a".repeat(5_000) + "!");

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            RegexMatch([mail], "@contoso\\.com$") => True
            RegexMatch([mail], "^contoso") => False
            RegexMatch([mail], "CONTOSO") => False
            RegexMatch([mail], "(?i)CONTOSO") => True
            RegexMatch([absent], ".*") => False
            RegexMatch([many], "^b") => True
            Matches([mail], "CONTOSO") => True
            Matches([mail], "CONTOSO", CaseSensitive) => False
            RegexMatch([mail], [absent]) => False
            RegexReplace([mail], "^(\\w+)\\.(\\w+)@.*$", "$2, $1") => lee, zoe
            RegexReplace([many], "[0-9]", "") => a|b
            RegexReplace([absent], "a", "b") => NULL
            RegexReplace([mail], "@", "\\$") => zoe.lee$contoso.com
            RegexReplace([mail], "@", "$7") => error: '$7' cannot replace what '@' finds: No group 7; write \\$ for a dollar sign
            RegexMatch([mail], [broken]) => error: '(' is not a regular expression: Unclosed group at character 2
            """)
    void findsAndReplaces(String expression, String result) {
        assertEquals(result, evaluating.result(expression));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "RegexMatch([long], \"^(a+)+$\")",
                    "RegexReplace([long], \"^(a|aa)+$\", \"\")",
                    "Matches([long], \"^((a*)*)*$\")"
            })
    void givesUpInsteadOfSearchingForEver(String expression) {
        String result = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> evaluating.result(expression));
        assertTrue(result.contains("takes too many steps"), result);
    }

    @Test
    void searchesLongTextsWithSoundPatterns() {
        String text = "word ".repeat(20_000);
        assertEquals(
                Integer.toString(20_000 * 2),
                Evaluating.expressions().with("text", text).result("Len(RegexReplace([text], \"[a-z]+\", \"x\"))"));
    }
}
