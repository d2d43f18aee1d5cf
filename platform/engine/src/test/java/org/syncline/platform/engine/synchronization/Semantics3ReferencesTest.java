package org.syncline.platform.engine.synchronization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.WrittenHouse;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;

/** One test for each sentence of 3.9: an HR system with employees and teams, a directory with accounts and groups. */
@DisplayName("3.9 References")
class Semantics3ReferencesTest {
    private static final String ANN = "uid=Ann,ou=People";
    private static final String BOB = "uid=Bob,ou=People";
    private static final String RED = "cn=Red,ou=Groups";

    @TempDir
    Path folder;

    private WrittenHouse house;

    @BeforeEach
    void build() {
        house = new WrittenHouse(folder)
                .metaverse("""
                        <object-type name="person"><attribute name="name"/><attribute name="status"/>
                          <attribute name="manager" type="reference"/></object-type>
                        <object-type name="group"><attribute name="name"/>
                          <attribute name="member" type="reference" multi-valued="true"/></object-type>""")
                .source("hr",
                        """
                        <object-type name="employee" anchor="id"><attribute name="id"/><attribute name="name"/>
                          <attribute name="status"/><attribute name="boss" type="reference" to="employee"/>
                          <filter><when>[status] = "secret"</when></filter></object-type>
                        <object-type name="team" anchor="id"><attribute name="id"/><attribute name="name"/>
                          <attribute name="member" type="reference" multi-valued="true" to="employee"/></object-type>""")
                .rules("join/employee.xml", """
                        <join-rules connector="hr" object-type="employee" metaverse-type="person">
                          <project name="people"/></join-rules>""")
                .rules("join/team.xml", """
                        <join-rules connector="hr" object-type="team" metaverse-type="group">
                          <project name="teams"/></join-rules>""")
                .rules("attribute-flow/employee.xml", """
                        <attribute-flows connector="hr" object-type="employee" metaverse-type="person">
                          <import from="name" to="name"/><import from="status" to="status"/>
                          <import from="boss" to="manager"/></attribute-flows>""")
                .rules("attribute-flow/team.xml", """
                        <attribute-flows connector="hr" object-type="team" metaverse-type="group">
                          <import from="name" to="name"/><import from="member" to="member"/></attribute-flows>""")
                .rules("attribute-flow/account.xml", """
                        <attribute-flows connector="directory" object-type="account" metaverse-type="person">
                          <export from="manager" to="manager"/></attribute-flows>""")
                .rules("provisioning/account.xml", """
                        <provisioning-rules connector="directory" object-type="account" metaverse-type="person">
                          <provision name="people"><when>[status] = "current"</when>
                            <dn>"uid=" &amp; [name] &amp; ",ou=People"</dn></provision>
                          <rename name="follow"><dn>"uid=" &amp; [name] &amp; ",ou=People"</dn></rename>
                          <deprovision name="leavers"><when>[status] = "left"</when><delete/></deprovision>
                          <when-identity-ends><delete/></when-identity-ends></provisioning-rules>""")
                .rules("provisioning/group.xml", """
                        <provisioning-rules connector="directory" object-type="group" metaverse-type="group">
                          <provision name="groups"><dn>"cn=" &amp; [name] &amp; ",ou=Groups"</dn></provision>
                          <when-identity-ends><delete/></when-identity-ends></provisioning-rules>""");
        directory("", false);
        members("allow-null=\"true\"");
    }

    private void directory(String settings, boolean required) {
        house.directory("directory", settings, """
                <object-type name="account" anchor="entryUUID"><attribute name="entryUUID"/>
                  <attribute name="manager" type="reference" to="account"/></object-type>
                <object-type name="group" anchor="entryUUID"><attribute name="entryUUID"/>
                  <attribute name="member" type="reference" multi-valued="true" required="%s"/></object-type>"""
                .formatted(required));
    }

    private void members(String attributes) {
        house.rules("attribute-flow/group.xml", """
                <attribute-flows connector="directory" object-type="group" metaverse-type="group">
                  <export from="member" to="member" %s/></attribute-flows>""".formatted(attributes));
    }

    private void employ(String id, String name, String status, String boss) {
        house.put("hr", "employee", id, "id=" + id, "name=" + name, "status=" + status, "boss=" + boss);
    }

    private void team(String members) {
        house.put("hr", "team", "red", "id=red", "name=Red", "member=" + members);
    }

    private Map<String, String> groups() {
        return house.held("directory", "group", "member");
    }

    private void refuseNextAdd(String dn) {
        house.system("directory").faults().rejectNext(
                operation -> operation instanceof ExportOperation.Add && dn.equals(operation.dn()),
                new ExportResult.Rejected(ExportResult.Code.PERMISSION_DENIED, "not here", null, null));
    }

    @Test
    @DisplayName("3.9 References are stored by target identity")
    void areStoredByTheIdentityOfTheirTarget() {
        employ("1", "Ann", "current", "");
        employ("2", "Bob", "current", "1");
        house.cleanly("directory");

        employ("1", "Anne", "current", "");
        house.cleanly("directory");

        assertEquals("uid=Anne,ou=People", house.held("directory", "account", "manager").get(BOB));
    }

    @Test
    @DisplayName("3.9 unresolved (target not staged, filtered or not joined)")
    void areUnresolvedWhileTheirTargetIsNotStagedOrFilteredOrNotJoined() {
        house.rules("join/employee.xml", """
                <join-rules connector="hr" object-type="employee" metaverse-type="person">
                  <project name="people"><when>[status] &lt;&gt; "unknown"</when></project></join-rules>""");
        employ("1", "Ann", "current", "");
        employ("2", "Bob", "secret", "");
        employ("3", "Cid", "unknown", "");
        team("1|2|3|4");

        house.cleanly("directory");

        assertEquals(
                List.of("member to 2: unresolved: filtered", "member to 3: unresolved: not joined",
                        "member to 4: unresolved: not staged"),
                house.waiting("hr"));
        assertEquals(Map.of(RED, ANN), groups());
    }

    @Test
    @DisplayName("3.9 owed (target has no account in that system yet), distinct from unresolved")
    void areOwedWhileTheirTargetHasNoAccount() {
        employ("1", "Ann", "current", "");
        employ("2", "Bob", "applicant", "");
        team("1|2");

        house.cleanly("directory");

        assertEquals(List.of(), house.waiting("hr"));
        assertEquals(1, house.waiting("directory").size());
        assertTrue(house.waiting("directory").getFirst().endsWith(": owed"));
    }

    @Test
    @DisplayName("3.9 and wake their referrers when they end")
    void wakeTheirReferrersWhenTheyEnd() {
        employ("1", "Ann", "current", "");
        employ("2", "Bob", "applicant", "");
        employ("3", "Cid", "secret", "");
        team("1|2|3");
        house.cleanly("directory");

        employ("2", "Bob", "current", "");
        employ("3", "Cid", "current", "");
        house.cleanly("directory");

        assertEquals(Map.of(RED, ANN + "|" + BOB + "|uid=Cid,ou=People"), groups());
        assertEquals(List.of(), house.waiting("hr"));
        assertEquals(List.of(), house.waiting("directory"));
    }

    @Test
    @DisplayName("3.9 owed: an account whose add was refused does not exist")
    void areNotSentWhileTheAddOfTheirTargetIsRefused() {
        employ("1", "Ann", "current", "");
        employ("2", "Bob", "current", "");
        team("1|2");
        refuseNextAdd(BOB);

        house.cycle();

        assertEquals(Map.of(RED, ANN), groups());
        assertEquals(List.of("member to " + BOB + ": owed: its account is not created yet"),
                house.waiting("directory"));

        house.cleanly("directory");

        assertEquals(Map.of(RED, ANN + "|" + BOB), groups());
        assertEquals(List.of(), house.waiting("directory"));
        assertEquals(0, house.cleanly("directory"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    @DisplayName("4.1 objects before references to them, also in circles")
    void areSentAfterTheirTargets(int pageSize) {
        house.withPagesOf(pageSize);
        employ("1", "Ann", "current", "3");
        employ("2", "Bob", "current", "1");
        employ("3", "Cid", "current", "2");
        refuseNextAdd(BOB);

        house.cycle();

        Map<String, String> managers = house.held("directory", "account", "manager");
        assertEquals(Map.of(ANN, "uid=Cid,ou=People", "uid=Cid,ou=People", ""), managers);

        house.cleanly("directory");

        assertEquals(BOB, house.held("directory", "account", "manager").get("uid=Cid,ou=People"));
        assertEquals(ANN, house.held("directory", "account", "manager").get(BOB));
    }

    @Test
    @DisplayName("3.9 An add lacking a mandatory value only because it is owed waits (waits-for-reference)")
    void keepAnAddWaitingThatMustHaveOne() {
        directory("", true);
        employ("1", "Ann", "applicant", "");
        team("1");

        assertEquals(0, house.cleanly("directory"));

        assertTrue(house.waiting("directory").getFirst().endsWith(": waits-for-reference"));

        employ("1", "Ann", "current", "");
        house.cleanly("directory");

        assertEquals(Map.of(RED, ANN), groups());
        assertEquals(List.of(), house.waiting("directory"));
    }

    @Test
    @DisplayName("3.9 waits-for-reference: also when the add of the target is refused")
    void keepAnAddWaitingWhoseTargetIsRefused() {
        directory("", true);
        employ("1", "Ann", "current", "");
        team("1");
        refuseNextAdd(ANN);

        house.cycle();

        assertEquals(Map.of(), groups());
        assertEquals(List.of("member to " + ANN + ": waits-for-reference"), house.waiting("directory"));

        house.cleanly("directory");
        assertEquals(Map.of(RED, ANN), groups());
        assertEquals(List.of(), house.waiting("directory"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("4.1 objects before references to them, in one step, also where groups are declared first and pages are small")
    void sendObjectsBeforeReferencesToThem(boolean required) {
        house.withPagesOf(1).directory("directory", "", """
                <object-type name="group" anchor="entryUUID"><attribute name="entryUUID"/>
                  <attribute name="member" type="reference" multi-valued="true" required="%s"/></object-type>
                <object-type name="account" anchor="entryUUID"><attribute name="entryUUID"/>
                  <attribute name="manager" type="reference" to="account"/></object-type>""".formatted(required));
        employ("1", "Ann", "current", "2");
        employ("2", "Bob", "current", "1");
        team("1|2");
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);

        StepReport export = house.run("directory", Kind.EXPORT);

        assertEquals(StepResult.SUCCESS, export.result(), export.message());
        assertEquals(Map.of(RED, ANN + "|" + BOB), groups());
        assertEquals(Map.of(ANN, BOB, BOB, ANN), house.held("directory", "account", "manager"));
        assertEquals(List.of(), house.waiting("directory"));
    }

    @Test
    @DisplayName("3.9 when-empty=keep-last")
    void keepTheLastMember() {
        members("when-empty=\"keep-last\"");
        employ("1", "Ann", "current", "");
        employ("2", "Bob", "current", "");
        team("");
        house.cleanly("directory");
        assertEquals(Map.of(), groups());

        team("1|2");
        house.cleanly("directory");
        team("2");
        house.cleanly("directory");
        team("");
        house.cleanly("directory");
        assertEquals(Map.of(RED, BOB), groups());

        team("1");
        house.cleanly("directory");
        assertEquals(Map.of(RED, ANN), groups());
    }

    @Test
    @DisplayName("3.9 when-empty=delete")
    void deleteAGroupWithItsLastMember() {
        members("when-empty=\"delete\"");
        employ("1", "Ann", "current", "");
        team("");
        house.cleanly("directory");
        assertEquals(Map.of(), groups());

        team("1");
        house.cleanly("directory");
        assertEquals(Map.of(RED, ANN), groups());

        team("");
        house.cleanly("directory");
        assertEquals(Map.of(), groups());
        assertEquals(0, house.cleanly("directory"));

        team("1");
        house.cleanly("directory");
        assertEquals(Map.of(RED, ANN), groups());
        assertEquals(List.of(), house.errors("directory"));
    }

    @Test
    @DisplayName("3.9 when-empty=placeholder:DN")
    void letAPlaceholderStandIn() {
        members("when-empty=\"placeholder:cn=nobody\"");
        employ("1", "Ann", "current", "");
        team("");
        house.cleanly("directory");
        assertEquals(Map.of(RED, "cn=nobody"), groups());

        team("1");
        house.cleanly("directory");
        assertEquals(Map.of(RED, ANN), groups());

        team("");
        house.cleanly("directory");
        assertEquals(Map.of(RED, "cn=nobody"), groups());
        assertEquals(0, house.cleanly("directory"));
    }

    @Test
    @DisplayName("3.9 a placeholder goes, hand-added members stay, where only own values are ours")
    void letAPlaceholderStandInBesideWhatOthersAdded() {
        members("values=\"own\" when-empty=\"placeholder:cn=nobody\"");
        employ("1", "Ann", "current", "");
        team("");
        house.cleanly("directory");

        team("1");
        house.cleanly("directory");
        assertEquals(Map.of(RED, ANN), groups());

        house.putNamed("directory", "group", RED, "member=" + ANN + "|cn=guest");
        team("");
        house.cleanly("directory");
        assertEquals(Map.of(RED, "cn=guest"), groups());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<setting name=\"mends-references\" value=\"true\"/>"})
    @DisplayName("3.9 with integrity we stage what the system does itself, without it a rename rewrites the referrers")
    void followARenamedTarget(String settings) {
        directory(settings, false);
        employ("1", "Ann", "current", "");
        employ("2", "Bob", "current", "1");
        team("1|2");
        house.cleanly("directory");

        employ("1", "Anne", "current", "");
        long sent = house.cleanly("directory");

        assertEquals(settings.isEmpty() ? 3 : 1, sent, "one rename, and two referrers where we must rewrite them");
        assertEquals(Map.of(RED, "uid=Anne,ou=People|" + BOB), groups());
        assertEquals("uid=Anne,ou=People", house.held("directory", "account", "manager").get(BOB));
        assertEquals(List.of(), house.errors("directory"));
        house.run("directory", Kind.FULL_IMPORT);
        assertEquals(0, house.cleanly("directory"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    @DisplayName("3.9 where the system follows new names, these are sent after all that refers to the old ones")
    void nameTheirTargetAsItIsCalledUntilItIsRenamed(int pageSize) {
        house.withPagesOf(pageSize);
        directory("<setting name=\"mends-references\" value=\"true\"/>", false);
        employ("1", "Ann", "current", "");
        employ("2", "Bob", "current", "");
        house.cleanly("directory");

        employ("1", "Anne", "current", "2");
        employ("2", "Bobby", "current", "1");
        team("1|2");
        long sent = house.cleanly("directory");

        assertEquals(5, sent, "a new group, two managers, two names");
        assertEquals(Map.of(RED, "uid=Anne,ou=People|uid=Bobby,ou=People"), groups());
        assertEquals(Map.of("uid=Anne,ou=People", "uid=Bobby,ou=People", "uid=Bobby,ou=People", "uid=Anne,ou=People"),
                house.held("directory", "account", "manager"));
        assertEquals(List.of(), house.errors("directory"));
        house.run("directory", Kind.FULL_IMPORT);
        assertEquals(0, house.cleanly("directory"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<setting name=\"mends-references\" value=\"true\"/>"})
    @DisplayName("3.9 deletes withdraw values from referrers")
    void goWithADeletedTarget(String settings) {
        directory(settings, false);
        employ("1", "Ann", "current", "");
        employ("2", "Bob", "current", "1");
        team("1|2");
        house.cleanly("directory");

        employ("1", "Ann", "left", "");
        house.cleanly("directory");

        assertEquals(Map.of(RED, BOB), groups());
        assertEquals(Map.of(BOB, ""), house.held("directory", "account", "manager"));
        house.run("directory", Kind.FULL_IMPORT);
        assertEquals(0, house.cleanly("directory"));
        assertEquals(List.of(), house.errors("directory"));
    }

    @Test
    @DisplayName("3.9 deletes withdraw values from referrers: also the end of an identity")
    void goWithATargetWhoseIdentityEnds() {
        employ("1", "Ann", "current", "");
        employ("2", "Bob", "current", "1");
        team("1|2");
        house.cleanly("directory");

        house.remove("hr", "employee", "1");
        house.cleanly("directory");

        assertEquals(Map.of(RED, BOB), groups());
        assertEquals(Map.of(BOB, ""), house.held("directory", "account", "manager"));
        assertEquals(0, house.cleanly("directory"));
    }
}
