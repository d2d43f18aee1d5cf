package org.syncline.platform.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columnsAreAlignedWhateverTheScript() {
        StringWriter out = new StringWriter();
        new TextTable()
                .row("sn", "佐藤", "from hr")
                .row("givenName", "Zoe\u0308", "")
                .row("title", "Engineer", "from hr")
                .print(new PrintWriter(out), "  ");
        assertEquals(
                """
                  sn         佐藤      from hr
                  givenName  Zoe\u0308
                  title      Engineer  from hr
                """,
                out.toString());
    }
}
