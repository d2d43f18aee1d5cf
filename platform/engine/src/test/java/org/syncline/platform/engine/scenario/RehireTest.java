package org.syncline.platform.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.schema.identity.LinkState;

/** Semantics 3.7: somebody whose row is gone is hired again, or comes over from an agency. */
class RehireTest extends Story {
    private static final String ANN = "cn=Ann Berg,ou=People";

    private void endsAfter(String ends) {
        site.change("syncline.xml", "</object-type>", ends + "</object-type>");
        accounts("""
                <provision name="everybody">
                  <dn>"cn=" &amp; EscapeDNComponent([givenName] &amp; " " &amp; [sn]) &amp; ",ou=People"</dn>
                </provision>
                <when-identity-ends>
                  <disable><set to="description" value="left"/><move-to>"ou=Leavers"</move-to></disable>
                  <enable><set to="description">AuthoritativeNull</set><move-to>"ou=People"</move-to></enable>
                  <delete after="P30D"/>
                </when-identity-ends>""");
    }

    @Test
    void aReturnBeforeTheDeletionGivesTheOldAccountBack() {
        endsAfter("<ends when=\"last-link-gone\"/>");
        employ("7", "Ann", "Berg");
        site.settle();
        String anchor = site.in("ad").anchor("user", ANN);
        dismiss("7");
        site.settle();
        assertEquals("cn=Ann Berg,ou=Leavers: employeeNumber=7 description=left", users());
        site.wait("P29D");
        employ("7", "Ann", "Berg");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7", users());
        assertEquals(anchor, site.in("ad").anchor("user", ANN));
        site.wait("P40D");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7", users());
    }

    @Test
    void aReturnAfterTheDeletionGivesANewAccount() {
        endsAfter("<ends when=\"last-link-gone\"/>");
        employ("7", "Ann", "Berg");
        site.settle();
        String anchor = site.in("ad").anchor("user", ANN);
        dismiss("7");
        site.settle();
        site.wait("P31D");
        site.settle();
        assertEquals("", users());
        assertEquals(0, site.identities());
        employ("7", "Ann", "Berg");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7", users());
        assertNotEquals(anchor, site.in("ad").anchor("user", ANN));
    }

    @Test
    void theStagesOfAnEndAreCountedFromTheEndOfTheGrace() {
        endsAfter("<ends when=\"last-link-gone\" grace=\"P7D\"/>");
        employ("7", "Ann", "Berg");
        site.settle();
        dismiss("7");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7", users());
        site.wait("P10D");
        site.settle();
        site.wait("P29D");
        site.settle();
        assertEquals("cn=Ann Berg,ou=Leavers: employeeNumber=7 description=left", users());
        site.wait("P1D");
        site.settle();
        assertEquals("", users());
    }

    @Test
    void duringTheGraceTheAccountIsKeptAsItWas() {
        endsAfter("<ends when=\"last-link-gone\" grace=\"P7D\"/>");
        employ("7", "Ann", "Berg");
        site.settle();
        dismiss("7");
        site.settle();
        site.in("ad").edit("user", ANN, Map.of("employeeNumber", "8"));
        site.settle();
        assertEquals(ANN + ": employeeNumber=7", users());
    }

    @Test
    void whoComesOverFromAnAgencyKeepsTheAccount() {
        agency();
        site.change("syncline.xml", "</object-type>",
                "<ends when=\"links-gone\" match=\"all\" connectors=\"hr agency\" grace=\"P3D\"/></object-type>");
        site.in("agency").put("contractor", "c1", Map.of("number", "7", "first", "Ann", "last", "Berg"));
        site.settle();
        String anchor = site.in("ad").anchor("user", ANN);
        site.in("agency").remove("contractor", "c1");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 department=external", users(), "She is neither here nor there");
        site.wait("P2D");
        employ("7", "Ann", "Berg", "department", "Sales");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 department=Sales", users());
        assertEquals(anchor, site.in("ad").anchor("user", ANN));
        site.wait("P5D");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 department=Sales", users());
    }

    @Test
    void whoIsInBothForAWhileLivesUntilBothAreGone() {
        agency();
        site.change("syncline.xml", "</object-type>",
                "<ends when=\"links-gone\" match=\"all\" connectors=\"hr agency\"/></object-type>");
        site.in("agency").put("contractor", "c1", Map.of("number", "7", "first", "Ann", "last", "Berg"));
        employ("7", "Ann", "Berg", "department", "Sales");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 department=Sales", users());
        dismiss("7");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 department=external", users(), "The agency speaks when HR is silent");
        site.in("agency").remove("contractor", "c1");
        site.settle();
        assertEquals("", users());
    }

    private String contractorWhoBecomesAnEmployee(String grace) {
        agency();
        site.change("syncline.xml", "</object-type>",
                "<ends when=\"links-gone\" match=\"all\" connectors=\"hr agency\"" + grace + "/></object-type>");
        accounts("""
                <provision name="everybody">
                  <dn>"cn=" &amp; EscapeDNComponent([givenName] &amp; " " &amp; [sn]) &amp; ",ou=People"</dn>
                </provision>
                <when-identity-ends><disconnect-explicitly/></when-identity-ends>""");
        site.in("agency").put("contractor", "c1", Map.of("number", "7", "first", "Ann", "last", "Berg"));
        site.settle();
        return site.in("ad").anchor("user", ANN);
    }

    private void assertKept(long identity, String anchor) {
        assertEquals("", site.errors());
        assertEquals(ANN + ": employeeNumber=7 department=Sales", users());
        assertEquals(anchor, site.in("ad").anchor("user", ANN));
        assertEquals(List.of(identity), site.store().metaverse().all(0, 10));
    }

    private long identity() {
        return site.store().metaverse().all(0, 10).getFirst();
    }

    @Test
    void whoComesOverBetweenTwoRunsKeepsIdentityAndAccountWhateverSourceIsSynchronizedFirst() {
        String anchor = contractorWhoBecomesAnEmployee("");
        long identity = identity();
        site.in("agency").remove("contractor", "c1");
        employ("7", "Ann", "Berg", "department", "Sales");
        site.settle();
        assertKept(identity, anchor);

        dismiss("7");
        site.in("agency").put("contractor", "c2", Map.of("number", "7", "first", "Ann", "last", "Berg"));
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 department=external", users());
        assertEquals(identity, identity());
    }

    @Test
    void aGraceThatEndsWhileTheReturnIsStagedEndsNobody() {
        String anchor = contractorWhoBecomesAnEmployee(" grace=\"P3D\"");
        long identity = identity();
        site.in("agency").remove("contractor", "c1");
        site.settle();
        site.wait("P4D");
        employ("7", "Ann", "Berg", "department", "Sales");
        site.settle();
        assertKept(identity, anchor);
    }

    @Test
    void anEndWaitsForTheReturnThatIsStagedAndForNothingElse() {
        contractorWhoBecomesAnEmployee("");
        site.in("agency").remove("contractor", "c1");
        employ("7", "Ann", "Berg");
        site.run("agency", Kind.FULL_IMPORT);
        site.run("hr", Kind.FULL_IMPORT);
        site.run("agency", Kind.DELTA_SYNC);
        assertEquals(LinkState.JOINED, link());

        dismiss("7");
        employ("8", "Bob", "Ray");
        site.run("hr", Kind.FULL_IMPORT);
        site.run("agency", Kind.DELTA_SYNC);
        assertEquals(LinkState.EXPLICITLY_DISCONNECTED, link(), "What waits for synchronization is no return");
    }

    private LinkState link() {
        return site.store().connectorSpace().load(site.store().connectorSpace().all("ad", 0, 10)).getFirst().link()
                .state();
    }

    private void agency() {
        flows("""
                <export from="employeeId" to="employeeNumber"/>
                <export from="department" to="department"/>""");
        site.file("connectors/agency.xml", """
                <connector xmlns="urn:syncline:1" name="agency" type="memory" mode="read-only">
                  <settings><setting name="system" value="agency-%Site%"/></settings>
                  <object-type name="contractor" anchor="id">
                    <attribute name="number"/><attribute name="first"/><attribute name="last"/>
                  </object-type>
                  <guards><import minimum-share="0%"/></guards>
                </connector>""");
        site.file("rules/join/agency.xml", """
                <join-rules xmlns="urn:syncline:1" connector="agency" object-type="contractor" metaverse-type="person">
                  <join name="by number"><match attribute="number" with="employeeId"/></join>
                  <project name="contractors"/>
                </join-rules>""");
        site.file("rules/attribute-flow/agency.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="agency" object-type="contractor" metaverse-type="person">
                  <import from="number" to="employeeId" precedence="20"/>
                  <import from="first" to="givenName" precedence="20"/>
                  <import from="last" to="sn" precedence="20"/>
                  <import value="external" to="department" precedence="20"/>
                </attribute-flows>""");
        site.file("rules/attribute-flow/hr.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <import to="employeeId" precedence="10">[anchor]</import>
                  <import from="first" to="givenName" precedence="10"/>
                  <import from="last" to="sn" precedence="10"/>
                  <import from="department" to="department" precedence="10"/>
                </attribute-flows>""");
    }
}
