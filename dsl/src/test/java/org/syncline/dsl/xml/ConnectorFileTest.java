package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.RuleLocation;

class ConnectorFileTest {
    private static final String TYPE =
            "<object-type name=\"group\" anchor=\"id\">\n  <attribute name=\"cn\"/>\n</object-type>";

    private static ConnectorFile file(String text) {
        return new ConnectorFile("connectors/x.xml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void findsWhatIsDeclaredWhereverItStands() {
        ConnectorFile file = file("""
                <s:connector xmlns:s="urn:syncline:1">
                  <!-- <s:setting name="base"/> -->
                  <s:settings><s:setting name="base" value="x"/></s:settings>
                  <s:object-type anchor="id" name="R&amp;D"><s:attribute name="login" column="User Name"/>
                    <s:attribute name="cn"/></s:object-type>
                </s:connector>
                """);
        assertEquals(Optional.of(new RuleLocation("connectors/x.xml", 3, 15)), file.setting("base"));
        assertEquals(Optional.of(new RuleLocation("connectors/x.xml", 4, 3)), file.objectType("R&D"));
        assertEquals(Optional.of(new RuleLocation("connectors/x.xml", 4, 45)), file.attribute("R&D", "user name"));
        assertEquals(Optional.of(new RuleLocation("connectors/x.xml", 5, 5)), file.attribute("R&D", "CN"));
        assertEquals(Optional.empty(), file.attribute("R&D", "login"));
        assertEquals(Optional.empty(), file.objectType("group"));
    }

    @Test
    void putsTypesBehindThoseThereAreAndKeepsLineEnds() {
        assertEquals(
                "<connector>\r\n  <object-type name=\"a\"/>\r\n\r\n  <object-type name=\"group\" anchor=\"id\">\r\n"
                        + "    <attribute name=\"cn\"/>\r\n  </object-type>\r\n  <guards/>\r\n</connector>",
                file("<connector>\r\n  <object-type name=\"a\"/>\r\n  <guards/>\r\n</connector>").with(List.of(TYPE)));
    }

    @Test
    void putsTypesIntoAFileThatHasNothing() {
        String inside =
                "\n\n  <object-type name=\"group\" anchor=\"id\">\n    <attribute name=\"cn\"/>\n  </object-type>";
        assertEquals("<connector name=\"x\">" + inside + "\n</connector>\n",
                file("<connector name=\"x\" />\n").with(List.of(TYPE)));
        assertEquals("<connector>" + inside + "</connector>", file("<connector></connector>").with(List.of(TYPE)));
    }

    @Test
    void replacesAttributesAndNothingElse() {
        assertEquals("""
                <connector>
                  <object-type name="a">
                    <attribute name="cn"/>
                    <!-- kept -->
                    <filter/>   <!-- kept too -->
                  </object-type>
                  <object-type name="b"><attribute name="x"/></object-type>
                </connector>
                """, file("""
                <connector>
                  <object-type name="a">
                    <attribute name="x"/>
                    <!-- kept -->
                    <filter/>
                    <attribute name="y"></attribute>   <!-- kept too -->
                  </object-type>
                  <object-type name="b"><attribute name="x"/></object-type>
                </connector>
                """).withAttributes("a", List.of("<attribute name=\"cn\"/>")));
        assertEquals("<connector><object-type name=\"a\">\n    <attribute name=\"cn\"/>\n  </object-type></connector>",
                file("<connector><object-type name=\"a\"/></connector>")
                        .withAttributes("a", List.of("<attribute name=\"cn\"/>")));
    }
}
