package org.syncline.platform.engine.scenario;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A site with people in HR and accounts in a directory, which each story gives rules of its own. */
abstract class Story {
    static final String PEOPLE = """
            <syncline xmlns="urn:syncline:1" name="story">
              <metaverse>
                <object-type name="person">
                  <attribute name="employeeId" indexed="true"/>
                  <attribute name="givenName"/>
                  <attribute name="sn"/>
                  <attribute name="department"/>
                  <attribute name="status"/>
                  <attribute name="mail"/>
                  <attribute name="phone"/>
                  <attribute name="addresses" multi-valued="true"/>
                </object-type>
              </metaverse>
            </syncline>""";
    private static final String HR = """
            <connector xmlns="urn:syncline:1" name="hr" type="memory" mode="read-only">
              <settings><setting name="system" value="hr-%Site%"/></settings>
              <object-type name="employee" anchor="number">
                <attribute name="first"/><attribute name="last"/><attribute name="department"/>
                <attribute name="status"/><attribute name="mail"/>
              </object-type>
              <guards><import minimum-share="0%"/></guards>
            </connector>""";
    private static final String AD = """
            <connector xmlns="urn:syncline:1" name="ad" type="memory">
              <settings>
                <setting name="system" value="ad-%Site%"/>
                <setting name="names" value="true"/>
              </settings>
              <object-type name="user" anchor="objectGUID">
                <attribute name="sAMAccountName"/><attribute name="employeeNumber"/>
                <attribute name="givenName"/><attribute name="sn"/><attribute name="department"/>
                <attribute name="mail"/><attribute name="proxyAddresses" multi-valued="true"/>
                <attribute name="telephoneNumber"/><attribute name="description"/>
                <attribute name="userAccountControl" type="integer"/>
              </object-type>
              <guards><import minimum-share="0%"/></guards>
            </connector>""";
    private static final String JOIN_HR = """
            <join-rules xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
              <join name="by number"><match with="employeeId">[anchor]</match></join>
              <project name="new people"/>
            </join-rules>""";
    private static final String JOIN_AD = """
            <join-rules xmlns="urn:syncline:1" connector="ad" object-type="user" metaverse-type="person">
              <join name="by number"><match attribute="employeeNumber" with="employeeId"/></join>
            </join-rules>""";
    private static final String FLOWS_HR = """
            <attribute-flows xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
              <import to="employeeId">[anchor]</import>
              <import from="first" to="givenName"/>
              <import from="last" to="sn"/>
              <import from="department" to="department"/>
              <import from="status" to="status"/>
            </attribute-flows>""";

    @TempDir
    Path folder;

    Site site;

    @BeforeEach
    void openSite() {
        site = new Site(folder)
                .file("syncline.xml", PEOPLE)
                .file("connectors/hr.xml", HR)
                .file("connectors/ad.xml", AD)
                .file("rules/join/hr.xml", JOIN_HR)
                .file("rules/join/ad.xml", JOIN_AD)
                .file("rules/attribute-flow/hr.xml", FLOWS_HR);
        flows("""
                <export from="employeeId" to="employeeNumber"/>""");
        accounts("""
                <provision name="everybody">
                  <dn>"cn=" &amp; EscapeDNComponent([givenName] &amp; " " &amp; [sn]) &amp; ",ou=People"</dn>
                </provision>
                <when-identity-ends><delete/></when-identity-ends>""");
    }

    @AfterEach
    void leaveSite() {
        site.leave();
    }

    /** What flows to accounts of the directory. */
    final void flows(String flows) {
        site.file("rules/attribute-flow/ad.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="ad" object-type="user" metaverse-type="person">
                  %s
                </attribute-flows>""".formatted(flows));
    }

    /** Who has an account in the directory. */
    final void accounts(String rules) {
        site.file("rules/provisioning/ad.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="ad" object-type="user" metaverse-type="person">
                  %s
                </provisioning-rules>""".formatted(rules));
    }

    /** HR writes down somebody: a number, a first and a last name, then further names and values in turn. */
    final void employ(String number, String first, String last, String... more) {
        Map<String, String> values = new LinkedHashMap<>(Map.of("first", first, "last", last));
        for (int at = 0; at < more.length; at += 2) {
            values.put(more[at], more[at + 1]);
        }
        site.in("hr").put("employee", number, values);
    }

    final void dismiss(String number) {
        site.in("hr").remove("employee", number);
    }

    final String users() {
        return site.in("ad").show("user");
    }
}
