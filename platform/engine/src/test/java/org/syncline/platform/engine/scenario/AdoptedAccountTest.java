package org.syncline.platform.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.ruleset.RunProfile.Kind;

/** Semantics 3.6: what an adopted account brings counts at once, as with every other join. */
class AdoptedAccountTest {
    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void configure() {
        site = new Site(folder);
        site.file("syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="adopted">
                  <metaverse>
                    <object-type name="person">
                      <attribute name="employeeId" indexed="true"/>
                      <attribute name="site"/>
                      <attribute name="accountName"/>
                    </object-type>
                  </metaverse>
                </syncline>""");
        site.file("connectors/hr.xml", """
                <connector xmlns="urn:syncline:1" name="hr" type="memory" mode="read-only">
                  <settings><setting name="system" value="hr-%Site%"/></settings>
                  <object-type name="employee" anchor="number"><attribute name="site"/></object-type>
                  <guards><import minimum-share="0%"/></guards>
                </connector>""");
        site.file("connectors/ad.xml", """
                <connector xmlns="urn:syncline:1" name="ad" type="memory">
                  <settings>
                    <setting name="system" value="ad-%Site%"/>
                    <setting name="names" value="true"/>
                  </settings>
                  <object-type name="user" anchor="objectGUID">
                    <attribute name="employeeNumber"/><attribute name="login"/>
                  </object-type>
                  <guards><import minimum-share="0%"/></guards>
                </connector>""");
        site.file("rules/join/hr.xml", """
                <join-rules xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <join name="by number"><match with="employeeId">[anchor]</match></join>
                  <project name="new people"/>
                </join-rules>""");
        site.file("rules/join/ad.xml", """
                <join-rules xmlns="urn:syncline:1" connector="ad" object-type="user" metaverse-type="person">
                  <join name="by number"><match attribute="employeeNumber" with="employeeId"/></join>
                </join-rules>""");
        site.file("rules/attribute-flow/hr.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <import to="employeeId">[anchor]</import>
                  <import from="site" to="site"/>
                </attribute-flows>""");
        site.file("rules/attribute-flow/ad.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="ad" object-type="user" metaverse-type="person">
                  <import from="login" to="accountName"/>
                  <export from="employeeId" to="employeeNumber"/>
                </attribute-flows>""");
        site.file("rules/provisioning/ad.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="ad" object-type="user" metaverse-type="person">
                  <provision name="everybody">
                    <dn>"cn=p" &amp; [employeeId] &amp; ",ou=" &amp; [site]</dn>
                    <initial to="login">"p" &amp; [employeeId]</initial>
                  </provision>
                  <rename name="follow the site">
                    <when><present attribute="accountName"/></when>
                    <dn>"cn=" &amp; [accountName] &amp; ",ou=" &amp; [site]</dn>
                  </rename>
                  <when-identity-ends><delete/></when-identity-ends>
                </provisioning-rules>""");
    }

    @AfterEach
    void leave() {
        site.leave();
    }

    private void employ(String where) {
        site.in("hr").put("employee", "7", Map.of("site", where));
    }

    @Test
    void followsTheRulesThatReadWhatItBrings() {
        site.in("ad").put("user", Map.of("dn", "cn=ann,ou=South", "employeeNumber", "7", "login", "ann"));
        site.cycle();
        employ("North");
        site.settle();
        assertEquals("cn=ann,ou=North: employeeNumber=7 login=ann", site.in("ad").show("user"));
    }

    @Test
    void followsThemAlsoWhenItsDeleteIsWithdrawn() {
        employ("South");
        site.settle();
        site.in("hr").remove("employee", "7");
        site.run("hr", Kind.FULL_IMPORT);
        site.run("hr", Kind.DELTA_SYNC);
        employ("North");
        site.settle();
        assertEquals("cn=p7,ou=North: employeeNumber=7 login=p7", site.in("ad").show("user"));
    }
}
