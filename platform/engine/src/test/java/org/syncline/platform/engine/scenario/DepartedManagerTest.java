package org.syncline.platform.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Semantics 3.9: who has no manager any more has none in a system that does not clear references by itself, either. */
class DepartedManagerTest {
    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void configure() {
        site = new Site(folder);
        site.file("syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="managers">
                  <metaverse>
                    <object-type name="person">
                      <attribute name="employeeId" indexed="true"/>
                      <attribute name="manager" type="reference"/>
                      <ends when="links-gone" connectors="hr"/>
                    </object-type>
                  </metaverse>
                </syncline>""");
        site.file("connectors/hr.xml", """
                <connector xmlns="urn:syncline:1" name="hr" type="memory" mode="read-only">
                  <settings><setting name="system" value="hr-%Site%"/></settings>
                  <object-type name="employee" anchor="number">
                    <attribute name="manager" type="reference" to="employee"/>
                  </object-type>
                  <guards><import minimum-share="0%"/></guards>
                </connector>""");
        site.file("connectors/ad.xml", """
                <connector xmlns="urn:syncline:1" name="ad" type="memory">
                  <settings>
                    <setting name="system" value="ad-%Site%"/>
                    <setting name="names" value="true"/>
                  </settings>
                  <object-type name="user" anchor="objectGUID">
                    <attribute name="employeeNumber"/><attribute name="manager" type="reference"/>
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
                  <import from="manager" to="manager"/>
                </attribute-flows>""");
        site.file("rules/attribute-flow/ad.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="ad" object-type="user" metaverse-type="person">
                  <export from="employeeId" to="employeeNumber"/>
                  <export from="manager" to="manager" allow-null="true"/>
                </attribute-flows>""");
        site.file("rules/provisioning/ad.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="ad" object-type="user" metaverse-type="person">
                  <provision name="everybody"><dn>"cn=p" &amp; [employeeId]</dn></provision>
                  <when-identity-ends><delete/></when-identity-ends>
                </provisioning-rules>""");
    }

    @AfterEach
    void leave() {
        site.leave();
    }

    @Test
    void isClearedTogetherWithTheDeletion() {
        site.in("hr").put("employee", "1", Map.of());
        site.in("hr").put("employee", "2", Map.of("manager", "1"));
        site.settle();
        assertEquals("cn=p1: employeeNumber=1\ncn=p2: employeeNumber=2 manager=cn=p1", site.in("ad").show("user"));

        site.in("hr").remove("employee", "1").put("employee", "2", Map.of());
        site.settle();
        assertEquals("cn=p2: employeeNumber=2", site.in("ad").show("user"));
    }
}
