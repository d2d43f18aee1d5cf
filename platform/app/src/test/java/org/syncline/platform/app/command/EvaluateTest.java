package org.syncline.platform.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateTest {

    @Test
    void printsTheResult() {
        assertEquals(new Terminal(0, "Ann Lee\n", ""), Terminal.run("evaluate", "[first] & \" \" & [last]",
                "--attribute", "first=Ann", "--attribute", "last=Lee"));
    }

    @Test
    void anAttributeGivenTwiceHasTwoValues() {
        assertEquals("1\n2\n", Terminal.run("evaluate", "[x]", "-a", "x=1", "-a", "x=2").out());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                    "BitAnd([x], 2) <> 0                       | x:integer=514                  | True",
                    "[x] + 1                                   | x:integer=-8                   | -7",
                    "IIF([x], 1, 2)                            | x:boolean=true                 | 1",
                    "FormatDateTime([x], \"yyyy\")               | x:date=2026-05-04              | 2026",
                    "FormatDateTime([x], \"HH:mm\")              | x:date=2026-05-04T08:00:00Z    | 08:00",
                    "[x] & \"!\"                                 | x:string=a:b=c                 | a:b=c!"})
    void anAttributeMayHaveAType(String expression, String attribute, String expected) {
        assertEquals(new Terminal(0, expected + "\n", ""), Terminal.run("evaluate", expression, "-a", attribute));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                    "x:integer=seven | 'seven' in 'x:integer=seven' is no value of type integer; write a whole number, such as 512",
                    "x:date=4.5.2026 | '4.5.2026' in 'x:date=4.5.2026' is no value of type date; write it as 2026-05-04 or 2026-05-04T08:00:00Z",
                    "x:number=7      | 'number' in 'x:number=7' is no type; there are string, integer, boolean, date"})
    void aValueThatIsNotOfTheTypeIsRefused(String attribute, String message) {
        assertEquals(new Terminal(2, "", "syncline: " + message + "\n"),
                Terminal.run("evaluate", "[x]", "-a", attribute));
    }

    @Test
    void aParameterThatIsNotGivenIsAskedFor() {
        Terminal terminal = Terminal.run("evaluate", "[uid] & %Domain.FQDN%");
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertEquals("syncline: unknown: line 1, column 9: There is no parameter 'Domain.FQDN' here;"
                + " give it a value: --parameter Domain.FQDN=...\n", terminal.err());
    }

    @Test
    void readsParameters() {
        assertEquals("{\"value\":\"contoso.com\"}\n",
                Terminal.run("evaluate", "%Domain.FQDN%", "--parameter", "Domain.FQDN=contoso.com", "--json").out());
    }

    @Test
    void sayingNothingIsNull() {
        assertEquals("NULL\n", Terminal.run("evaluate", "[unheardOf]").out());
    }

    @Test
    void aWrongExpressionIsAConfigurationProblem() {
        Terminal terminal = Terminal.run("evaluate", "Left([x]");
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertTrue(terminal.err().startsWith("syncline: syntax: line 1, column "), terminal.err());
    }

    @Test
    void anOptionWithoutANameIsRefused() {
        Terminal terminal = Terminal.run("evaluate", "1", "-a", "novalue");
        assertEquals(new Terminal(2, "", "syncline: 'novalue' is no NAME=TEXT\n"), terminal);
    }
}
