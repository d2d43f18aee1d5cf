package org.syncline.platform.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 3.5: values that stay when the object that brought them goes, because their flow says keep-when-gone. */
@DisplayName("3.5 keep-when-gone")
class KeepWhenGoneTest extends Story {
    private static final String ANN = "cn=Ann Berg,ou=People: employeeNumber=7";
    private static final String PHONES = "rules/attribute-flow/phones.xml";

    /** A telephone book, which brings a number that is kept and an address that is not. */
    @BeforeEach
    void telephones() {
        site.file("connectors/phones.xml", """
                <connector xmlns="urn:syncline:1" name="phones" type="memory" mode="read-only">
                  <settings><setting name="system" value="phones-%Site%"/></settings>
                  <object-type name="line" anchor="line">
                    <attribute name="owner"/><attribute name="phone"/><attribute name="mail"/>
                  </object-type>
                  <guards><import minimum-share="0%"/></guards>
                </connector>""");
        site.file("rules/join/phones.xml", """
                <join-rules xmlns="urn:syncline:1" connector="phones" object-type="line" metaverse-type="person">
                  <join name="by owner"><match attribute="owner" with="employeeId"/></join>
                </join-rules>""");
        site.file(PHONES, """
                <attribute-flows xmlns="urn:syncline:1" connector="phones" object-type="line" metaverse-type="person">
                  <import from="phone" to="phone" keep-when-gone="true"/>
                  <import from="mail" to="mail"/>
                </attribute-flows>""");
        site.change("syncline.xml", "</object-type>",
                "<ends when=\"links-gone\" connectors=\"hr\"/></object-type>");
        flows("""
                <export from="employeeId" to="employeeNumber"/>
                <export from="phone" to="telephoneNumber" allow-null="true"/>
                <export from="mail" to="mail" allow-null="true"/>""");
        employ("7", "Ann", "Berg");
    }

    private void line(String line, String phone) {
        site.in("phones").put("line", line, Map.of("owner", "7", "phone", phone, "mail", "ann@x.org"));
        site.settle();
    }

    private void cut(String line) {
        site.in("phones").remove("line", line);
        site.settle();
    }

    @Test
    @DisplayName("what its contributor leaves behind stays, in the identity and in its accounts; everything else is recalled")
    void whatItsContributorLeavesBehindStays() {
        line("l1", "111");
        assertEquals(ANN + " mail=ann@x.org telephoneNumber=111", users());

        cut("l1");

        assertEquals(ANN + " telephoneNumber=111", users());
    }

    @Test
    @DisplayName("who comes after brings a value of its own")
    void whoComesAfterBringsAValueOfItsOwn() {
        line("l1", "111");
        cut("l1");

        line("l2", "222");
        assertEquals(ANN + " mail=ann@x.org telephoneNumber=222", users());

        cut("l2");
        assertEquals(ANN + " telephoneNumber=222", users());
    }

    @Test
    @DisplayName("where somebody else has a value, that one counts")
    void whereSomebodyElseHasAValueThatOneCounts() {
        site.change(PHONES, "keep-when-gone=\"true\"", "keep-when-gone=\"true\" precedence=\"10\"");
        site.change("rules/attribute-flow/hr.xml", "</attribute-flows>",
                "<import from=\"mail\" to=\"phone\" precedence=\"20\"/></attribute-flows>");
        employ("7", "Ann", "Berg", "mail", "999");
        line("l1", "111");
        assertEquals(ANN + " mail=ann@x.org telephoneNumber=111", users());

        cut("l1");

        assertEquals(ANN + " telephoneNumber=999", users());
    }

    @Test
    @DisplayName("the identity does not live on for it: it ends with the links that count")
    void theIdentityDoesNotLiveOnForIt() {
        line("l1", "111");
        cut("l1");

        dismiss("7");
        site.settle();

        assertEquals("", users());
        assertEquals(0, site.identities());
    }
}
