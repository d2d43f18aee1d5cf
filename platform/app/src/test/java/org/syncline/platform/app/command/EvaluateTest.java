package org.syncline.platform.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

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
