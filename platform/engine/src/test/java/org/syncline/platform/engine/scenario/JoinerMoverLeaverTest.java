package org.syncline.platform.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.RunProfile.Kind;

/** Semantics 3.6 and 3.7: somebody comes, moves to another department, leaves and comes back. */
class JoinerMoverLeaverTest extends Story {
    private static final String ANN = "cn=Ann Berg,ou=Sales,dc=x";

    @BeforeEach
    void write() {
        flows("""
                <export from="employeeId" to="employeeNumber"/>
                <export from="department" to="department"/>
                <export from="sn" to="sn"/>""");
        accounts("""
                <scope><when><present attribute="employeeId"/></when></scope>
                <provision name="current employees">
                  <when>[status] = "current"</when>
                  <dn>"cn=" &amp; EscapeDNComponent([givenName] &amp; " " &amp; [sn]) &amp; ",ou=" &amp; [department] &amp; ",dc=x"</dn>
                </provision>
                <rename name="follow the department">
                  <dn>"cn=" &amp; EscapeDNComponent([givenName] &amp; " " &amp; [sn]) &amp; ",ou=" &amp; [department] &amp; ",dc=x"</dn>
                </rename>
                <deprovision name="leavers">
                  <when>[status] = "left"</when>
                  <disable>
                    <set to="description">"left"</set>
                    <set to="department" value="nowhere"/>
                    <move-to>"ou=Leavers,dc=x"</move-to>
                  </disable>
                  <enable><set to="description">AuthoritativeNull</set></enable>
                  <delete after="P30D"/>
                </deprovision>
                <when-identity-ends><delete/></when-identity-ends>""");
    }

    private void ann(String department, String status) {
        employ("7", "Ann", "Berg", "department", department, "status", status);
    }

    @Test
    void theJoinerGetsAnAccountWhereTheDepartmentIs() {
        ann("Sales", "current");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 sn=Berg department=Sales", users());
    }

    @Test
    void nobodyGetsAnAccountWhoLeftBefore() {
        ann("Sales", "left");
        site.settle();
        assertEquals("", users());
        ann("Sales", "current");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 sn=Berg department=Sales", users());
    }

    @Test
    void theMoverMovesWithTheDepartmentAndKeepsTheAccount() {
        ann("Sales", "current");
        site.settle();
        String anchor = site.in("ad").anchor("user", ANN);
        ann("IT", "current");
        site.settle();
        assertEquals("cn=Ann Berg,ou=IT,dc=x: employeeNumber=7 sn=Berg department=IT", users());
        assertEquals(anchor, site.in("ad").anchor("user", "cn=Ann Berg,ou=IT,dc=x"));
    }

    @Test
    void theLeaverIsDisabledAtOnceAndDeletedThirtyDaysLater() {
        ann("Sales", "current");
        site.settle();
        ann("Sales", "left");
        site.settle();
        String left = "cn=Ann Berg,ou=Leavers,dc=x: employeeNumber=7 sn=Berg department=nowhere description=left";
        assertEquals(left, users());
        ann("IT", "left");
        site.wait("P29D");
        site.settle();
        assertEquals(left, users(), "Neither flows nor renames touch what a leaver's rule says");
        site.wait("P1D");
        site.settle();
        assertEquals("", users());
        assertEquals(1, site.identities(), "The person lives on; only the account is gone");
    }

    @Test
    void flowsOfOtherAttributesGoOnWhileTheLeaversRuleHolds() {
        ann("Sales", "current");
        site.settle();
        employ("7", "Ann", "Blum", "department", "Sales", "status", "left");
        site.settle();
        assertEquals("cn=Ann Berg,ou=Leavers,dc=x: employeeNumber=7 sn=Blum department=nowhere description=left",
                users());
    }

    @Test
    void somebodyWhoEnablesALeaverByHandIsCorrected() {
        ann("Sales", "current");
        site.settle();
        ann("Sales", "left");
        site.settle();
        site.in("ad").edit("user", "cn=Ann Berg,ou=Leavers,dc=x", Map.of("description", "back", "dn", ANN));
        site.settle();
        assertEquals("cn=Ann Berg,ou=Leavers,dc=x: employeeNumber=7 sn=Berg department=nowhere description=left",
                users());
    }

    @Test
    void whoReturnsBeforeTheDeletionIsEnabledOnceAndFlowsAndRenamesRuleAgain() {
        ann("Sales", "current");
        site.settle();
        String anchor = site.in("ad").anchor("user", ANN);
        ann("Sales", "left");
        site.settle();
        site.wait("P20D");
        ann("IT", "current");
        site.settle();
        String back = "cn=Ann Berg,ou=IT,dc=x";
        assertEquals(back + ": employeeNumber=7 sn=Berg department=IT", users());
        assertEquals(anchor, site.in("ad").anchor("user", back));
        site.in("ad").edit("user", back, Map.of("description", "by hand"));
        site.settle();
        assertEquals(back + ": employeeNumber=7 sn=Berg department=IT description=by hand", users(),
                "Enabling is done once");
        site.wait("P20D");
        site.settle();
        assertEquals(back + ": employeeNumber=7 sn=Berg department=IT description=by hand", users(),
                "Nothing is counted of the time before");
    }

    @Test
    void whoReturnsAfterTheDeletionGetsANewAccount() {
        ann("Sales", "current");
        site.settle();
        String anchor = site.in("ad").anchor("user", ANN);
        ann("Sales", "left");
        site.settle();
        site.wait("P31D");
        site.settle();
        ann("Sales", "current");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 sn=Berg department=Sales", users());
        assertNotEquals(anchor, site.in("ad").anchor("user", ANN));
    }

    @Test
    void enablingIsNotForgottenWhenSomethingElseHappensBeforeItIsSent() {
        ann("Sales", "current");
        site.settle();
        ann("Sales", "left");
        site.settle();
        ann("Sales", "current");
        site.run("hr", Kind.DELTA_IMPORT);
        site.run("hr", Kind.DELTA_SYNC);
        employ("7", "Ann", "Blum", "department", "Sales", "status", "current");
        site.run("hr", Kind.DELTA_IMPORT);
        site.run("hr", Kind.DELTA_SYNC);
        site.settle();
        assertEquals("cn=Ann Blum,ou=Sales,dc=x: employeeNumber=7 sn=Blum department=Sales", users());
    }
}
