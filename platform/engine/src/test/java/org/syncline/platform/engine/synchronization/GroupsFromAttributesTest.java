package org.syncline.platform.engine.synchronization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.WrittenHouse;
import org.syncline.platform.engine.port.StoreStatistics;

/** Groups that follow from attributes, as an administrator writes them. */
class GroupsFromAttributesTest {
    private static final String SALES = "cn=Department Sales,ou=Groups";
    private static final String TOOLS = "cn=Department Tools,ou=Groups";
    private static final String MANAGERS = "cn=All managers,ou=Groups";

    @TempDir
    Path folder;

    private WrittenHouse house;

    @BeforeEach
    void build() {
        house = new WrittenHouse(folder)
                .metaverse("""
                        <object-type name="person"><attribute name="employeeId"/><attribute name="department"/>
                          <attribute name="title"/></object-type>
                        <object-type name="group"><attribute name="displayName"/><attribute name="description"/>
                          <attribute name="member" type="reference" multi-valued="true"/></object-type>""")
                .source("hr", """
                        <object-type name="employee" anchor="id"><attribute name="id"/>
                          <attribute name="department"/><attribute name="title"/></object-type>""")
                .directory("directory", "", """
                        <object-type name="account" anchor="entryUUID"><attribute name="entryUUID"/></object-type>
                        <object-type name="group" anchor="entryUUID"><attribute name="entryUUID"/><attribute name="cn"/>
                          <attribute name="description"/>
                          <attribute name="member" type="reference" multi-valued="true"/></object-type>""")
                .rules("join/employee.xml", """
                        <join-rules connector="hr" object-type="employee" metaverse-type="person">
                          <join name="by id"><match attribute="id" with="employeeId"/></join>
                          <project name="people"/></join-rules>""")
                .rules("join/group.xml", """
                        <join-rules connector="directory" object-type="group" metaverse-type="group">
                          <join name="by name"><match attribute="cn" with="displayName"/></join></join-rules>""")
                .rules("attribute-flow/employee.xml", """
                        <attribute-flows connector="hr" object-type="employee" metaverse-type="person">
                          <import from="id" to="employeeId"/><import from="department" to="department"/>
                          <import from="title" to="title"/></attribute-flows>""")
                .rules("attribute-flow/group.xml", """
                        <attribute-flows connector="directory" object-type="group" metaverse-type="group">
                          <export from="displayName" to="cn"/><export from="description" to="description"/>
                          <export from="member" to="member" allow-null="true"/></attribute-flows>""")
                .rules("provisioning/account.xml", """
                        <provisioning-rules connector="directory" object-type="account" metaverse-type="person">
                          <provision name="people"><dn>"uid=" &amp; [employeeId] &amp; ",ou=People"</dn></provision>
                          <when-identity-ends><delete/></when-identity-ends></provisioning-rules>""")
                .rules("provisioning/group-accounts.xml", """
                        <provisioning-rules connector="directory" object-type="group" metaverse-type="group">
                          <provision name="groups"><dn>"cn=" &amp; [displayName] &amp; ",ou=Groups"</dn></provision>
                          <when-identity-ends><delete/></when-identity-ends></provisioning-rules>""");
        groups("end");
    }

    private void groups(String whenEmpty) {
        house.rules("provisioning/groups.xml", """
                <groups metaverse-type="group">
                  <for-each value-of="department" of="person" name="Department {value}" when-empty="%s">
                    <set to="description">"Everybody in " &amp; {value}</set></for-each>
                  <group name="All managers"><when>[title] = "Manager"</when></group>
                </groups>""".formatted(whenEmpty));
    }

    private void employ(String id, String department, String title) {
        house.put("hr", "employee", id, "id=" + id, "department=" + department, "title=" + title);
    }

    private static String uid(int id) {
        return "uid=" + id + ",ou=People";
    }

    private Map<String, String> groups() {
        return house.held("directory", "group", "member");
    }

    @Test
    void appearWithTheirFirstMemberAndAreProvisioned() {
        employ("1", "Sales", "Manager");
        employ("2", "Sales", "Clerk");
        employ("3", "Tools", "Clerk");

        house.cleanly("directory");

        assertEquals(Map.of(SALES, uid(1) + "|" + uid(2), TOOLS, uid(3), MANAGERS, uid(1)), groups());
        assertEquals("Everybody in Sales", house.held("directory", "group", "description").get(SALES));
        assertEquals(0, house.cleanly("directory"));
    }

    @Test
    void changeWithTheAttributesOfTheirMembers() {
        employ("1", "Sales", "Manager");
        employ("2", "Sales", "Clerk");
        employ("3", "Tools", "Clerk");
        house.cleanly("directory");

        employ("2", "Tools", "Manager");
        assertEquals(3, house.cleanly("directory"));

        assertEquals(Map.of(SALES, uid(1), TOOLS, uid(2) + "|" + uid(3), MANAGERS, uid(1) + "|" + uid(2)), groups());
    }

    @Test
    void endWithTheirLastMemberWhereTheRuleSaysSoAndBeginAnew() {
        employ("1", "Sales", "Manager");
        employ("2", "Tools", "Clerk");
        house.cleanly("directory");

        employ("2", "Sales", "Clerk");
        employ("1", "Sales", "Clerk");
        house.cleanly("directory");
        assertEquals(Map.of(SALES, uid(1) + "|" + uid(2), MANAGERS, ""), groups());

        employ("2", "Tools", "Clerk");
        house.cleanly("directory");
        assertEquals(Map.of(SALES, uid(1), TOOLS, uid(2), MANAGERS, ""), groups());
    }

    @Test
    void loseWhoseIdentityEnds() {
        employ("1", "Sales", "Manager");
        employ("2", "Sales", "Clerk");
        house.cleanly("directory");

        house.remove("hr", "employee", "1");
        house.cleanly("directory");

        assertEquals(Map.of(SALES, uid(2), MANAGERS, ""), groups());
    }

    @Test
    void followAChangedRule() {
        employ("1", "Sales", "Manager");
        employ("2", "Tools", "Clerk");
        house.cleanly("directory");

        house.rules("provisioning/groups.xml", """
                <groups metaverse-type="group">
                  <for-each value-of="department" name="Department {value}" when-empty="end">
                    <when>[department] &lt;&gt; "Sales"</when></for-each>
                </groups>""");
        house.cleanly("directory");

        assertEquals(Map.of(TOOLS, uid(2)), groups());
    }

    @Test
    void adoptTheGroupThatIsThere() {
        house.putNamed("directory", "group", SALES, "cn=Department Sales", "member=uid=stranger,ou=People");
        employ("1", "Sales", "Clerk");

        house.cleanly("directory");

        assertEquals(Map.of(SALES, uid(1)), groups());
    }

    @Test
    void leaveAGroupOfTheSameNameAlone() {
        house.rules("join/group.xml",
                """
                <join-rules connector="directory" object-type="group" metaverse-type="group">
                  <join name="by name"><match attribute="cn" with="displayName"/></join><project name="theirs"/></join-rules>""")
                .rules("attribute-flow/group.xml", """
                        <attribute-flows connector="directory" object-type="group" metaverse-type="group">
                          <import from="cn" to="displayName"/></attribute-flows>""");
        house.putNamed("directory", "group", SALES, "cn=Department Sales", "member=uid=stranger,ou=People");
        employ("1", "Sales", "Clerk");

        house.cycle();

        assertEquals(Map.of(SALES, "uid=stranger,ou=People"), groups());
        assertEquals(List.of("group-exists"), house.errors("hr"));
    }

    @Test
    void gainAndLoseOneValueEachWhenSomebodyMoves() {
        IntStream.rangeClosed(1, 60).forEach(id -> employ("" + id, id <= 30 ? "Sales" : "Tools", "Clerk"));
        house.cleanly("directory");
        employ("7", "Tools", "Clerk");
        house.run("hr", Kind.DELTA_IMPORT);

        StoreStatistics before = house.store().statistics();
        house.run("hr", Kind.DELTA_SYNC);
        Map<String, Long> rows = house.store().statistics().since(before).rows();

        assertEquals(1, rows.get("metaverse.insert-references"));
        assertEquals(1, rows.get("metaverse.delete-references"));
        assertEquals(3, rows.get("metaverse.update"), "the person and two groups");
    }

    @Test
    void areNotTouchedByWhoStays() {
        IntStream.rangeClosed(1, 30).forEach(id -> employ("" + id, "Sales", "Clerk"));
        house.cleanly("directory");
        employ("7", "Sales", "Chief");
        house.run("hr", Kind.DELTA_IMPORT);

        StoreStatistics before = house.store().statistics();
        house.run("hr", Kind.DELTA_SYNC);
        StoreStatistics done = house.store().statistics().since(before);

        assertEquals(1, done.rows().get("metaverse.update"));
        assertEquals(1, done.statements().get("metaverse.load"), "no group is loaded");
    }
}
