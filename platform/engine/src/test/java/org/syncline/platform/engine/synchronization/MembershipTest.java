package org.syncline.platform.engine.synchronization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.platform.engine.WrittenHouse;

/** Rules that read memberships: who is in the group VPN has an account. */
class MembershipTest {
    private static final String ANN = "uid=1,ou=People";
    private static final String BOB = "uid=2,ou=People";

    @TempDir
    Path folder;

    private WrittenHouse house;

    @BeforeEach
    void build() {
        house = new WrittenHouse(folder)
                .metaverse("""
                        <object-type name="person"><attribute name="employeeId"/></object-type>
                        <object-type name="group"><attribute name="name"/>
                          <attribute name="member" type="reference" multi-valued="true"/></object-type>""")
                .source("hr", """
                        <object-type name="employee" anchor="id"><attribute name="id"/></object-type>
                        <object-type name="team" anchor="id"><attribute name="id"/>
                          <attribute name="member" type="reference" multi-valued="true" to="employee"/>
                          <attribute name="teams" type="reference" multi-valued="true" to="team"/></object-type>""")
                .directory("directory", "", """
                        <object-type name="account" anchor="entryUUID"><attribute name="entryUUID"/></object-type>""")
                .rules("join/employee.xml", """
                        <join-rules connector="hr" object-type="employee" metaverse-type="person">
                          <project name="people"/></join-rules>""")
                .rules("join/team.xml", """
                        <join-rules connector="hr" object-type="team" metaverse-type="group">
                          <project name="teams"/></join-rules>""")
                .rules("attribute-flow/employee.xml", """
                        <attribute-flows connector="hr" object-type="employee" metaverse-type="person">
                          <import from="id" to="employeeId"/></attribute-flows>""")
                .rules("attribute-flow/team.xml", """
                        <attribute-flows connector="hr" object-type="team" metaverse-type="group">
                          <import from="id" to="name"/><import from="member" to="member" merge="merge"/>
                          <import from="teams" to="member" merge="merge"/></attribute-flows>""");
        employ("1");
        employ("2");
    }

    private void provision(String member) {
        house.rules("provisioning/account.xml", """
                <provisioning-rules connector="directory" object-type="account" metaverse-type="person">
                  <provision name="people"><when>%s</when><dn>"uid=" &amp; [employeeId] &amp; ",ou=People"</dn></provision>
                  <deprovision name="others"><when><none>%s</none></when><delete/></deprovision>
                </provisioning-rules>""".formatted(member, member));
    }

    private void employ(String id) {
        house.put("hr", "employee", id, "id=" + id);
    }

    private void team(String id, String members, String teams) {
        house.put("hr", "team", id, "id=" + id, "member=" + members, "teams=" + teams);
    }

    private Set<String> accounts() {
        house.cleanly("directory");
        return house.held("directory", "account", "entryUUID").keySet();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void aChangedMembershipWakesThoseWhoseRulesReadIt(int pageSize) {
        house.withPagesOf(pageSize);
        provision("<member-of group=\"VPN\"/>");
        team("VPN", "1", "");
        assertEquals(Set.of(ANN), accounts());

        team("VPN", "2", "");
        assertEquals(Set.of(BOB), accounts());

        house.remove("hr", "team", "VPN");
        assertEquals(Set.of(), accounts());

        team("VPN", "1|2", "");
        assertEquals(Set.of(ANN, BOB), accounts());
        assertEquals(0, house.cleanly("directory"));
    }

    @Test
    void membersOfGroupsInTheGroupCountIfTheRuleSaysSo() {
        provision("<member-of group=\"VPN\" nested=\"true\"/>");
        team("VPN", "", "Inner");
        team("Inner", "1", "Innermost");
        team("Innermost", "2", "VPN");
        assertEquals(Set.of(ANN, BOB), accounts());

        team("Inner", "1", "");
        assertEquals(Set.of(ANN), accounts());

        team("VPN", "2", "");
        assertEquals(Set.of(BOB), accounts());
    }

    @Test
    void membersOfGroupsInTheGroupDoNotCountOtherwise() {
        provision("<member-of group=\"vpn\"/>");
        team("VPN", "1", "Inner");
        team("Inner", "2", "");

        assertEquals(Set.of(ANN), accounts());
    }

    @Test
    void anExpressionReadsItTooAndMayAskForAGroupThatFollowsFromIt() {
        house.rules("provisioning/groups.xml", """
                <groups metaverse-type="group" name-to="name">
                  <group name="Remote"><when>IsMemberOf("VPN")</when></group></groups>""");
        provision("<member-of group=\"Remote\"/>");
        team("VPN", "1", "");

        assertEquals(Set.of(ANN), accounts());

        team("VPN", "2", "");
        assertEquals(Set.of(BOB), accounts());
    }
}
