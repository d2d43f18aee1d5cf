package org.syncline.platform.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.RunProfile.Kind;

/** Semantics 3.6: existing accounts are adopted, and nobody gets a second one. */
class AdoptionTest extends Story {
    private static final String ANN = "cn=Ann Berg,ou=People";

    @Test
    void nothingIsProvisionedIntoASystemThatWasNeverRead() {
        employ("7", "Ann", "Berg");
        site.run("hr", Kind.FULL_IMPORT);
        site.run("hr", Kind.FULL_SYNC);
        assertEquals("ad: 7: target-not-read", site.errors());
        assertEquals("", site.pendingExports());
        site.settle();
        assertEquals(ANN + ": employeeNumber=7", users());
        assertEquals("", site.errors());
    }

    @Test
    void oneFreeAccountIsAdopted() {
        site.in("ad").put("user", Map.of("dn", "cn=aberg,ou=Old", "employeeNumber", "7"));
        employ("7", "Ann", "Berg");
        site.settle();
        assertEquals("cn=aberg,ou=Old: employeeNumber=7", users());
    }

    @Test
    void severalAccountsAreAmbiguousAndNoneIsCreated() {
        site.in("ad").put("user", Map.of("dn", "cn=aberg,ou=Old", "employeeNumber", "7"));
        site.in("ad").put("user", Map.of("dn", "cn=aberg2,ou=Old", "employeeNumber", "7"));
        site.run("ad", Kind.FULL_IMPORT);
        site.run("ad", Kind.FULL_SYNC);
        employ("7", "Ann", "Berg");
        site.run("hr", Kind.FULL_IMPORT);
        site.run("hr", Kind.FULL_SYNC);
        assertEquals("ad: 7: ambiguous-join", site.errors());
        assertEquals("", site.pendingExports());
    }

    @Test
    void anAccountThatTheFilterKeepsOutBlocksCreation() {
        site.change("connectors/ad.xml", "</object-type>",
                "<filter><when>[description] = \"service\"</when></filter></object-type>");
        site.in("ad").put("user", Map.of("dn", "cn=aberg,ou=Old", "employeeNumber", "7", "description", "service"));
        employ("7", "Ann", "Berg");
        site.settle();
        assertEquals("cn=aberg,ou=Old: employeeNumber=7 description=service", users());
        assertTrue(site.errors().endsWith("account-exists"), site.errors());
    }

    @Test
    void adoptingWithdrawsADeletionThatWasNotSent() {
        employ("7", "Ann", "Berg");
        site.settle();
        String anchor = site.in("ad").anchor("user", ANN);
        dismiss("7");
        site.run("hr", Kind.FULL_IMPORT);
        site.run("hr", Kind.DELTA_SYNC);
        assertEquals("ad: DELETE " + ANN, site.pendingExports());
        employ("7", "Ann", "Berg");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7", users());
        assertEquals(anchor, site.in("ad").anchor("user", ANN));
    }

    @Test
    void creationWaitsForTheConfirmationOfADeletionThatWasSent() {
        employ("7", "Ann", "Berg");
        site.settle();
        dismiss("7");
        site.run("hr", Kind.FULL_IMPORT);
        site.run("hr", Kind.DELTA_SYNC);
        site.run("ad", Kind.EXPORT);
        employ("7", "Ann", "Berg");
        site.run("hr", Kind.FULL_IMPORT);
        site.run("hr", Kind.DELTA_SYNC);
        assertEquals("", site.pendingExports());
        site.settle();
        assertEquals(ANN + ": employeeNumber=7", users());
        assertEquals("", site.errors());
    }

    @Test
    void aFlowToTheNamingAttributeFillsTheAddAndLaterNeedsARename() {
        site.change("connectors/ad.xml", "<attribute name=\"sAMAccountName\"/>",
                "<attribute name=\"cn\"/><attribute name=\"sAMAccountName\"/>");
        flows("""
                <export from="employeeId" to="employeeNumber"/>
                <export to="cn">[givenName] &amp; " " &amp; [sn]</export>""");
        employ("7", "Ann", "Berg");
        site.settle();
        assertEquals(ANN + ": cn=Ann Berg employeeNumber=7", users());
        employ("7", "Ann", "Blum");
        site.settle();
        assertEquals(ANN + ": cn=Ann Berg employeeNumber=7", users());
        assertEquals("ad: " + ANN + ": naming-attribute-needs-rename", site.errors());
    }

    @Test
    void mailIsUniqueAcrossSystemsAlsoAmongThoseWhoComeTogether() {
        site.file("connectors/entra.xml", """
                <connector xmlns="urn:syncline:1" name="entra" type="memory">
                  <settings><setting name="system" value="entra-%Site%"/></settings>
                  <object-type name="member" anchor="id">
                    <attribute name="id"/><attribute name="mail"/><attribute name="employeeId"/>
                  </object-type>
                  <guards><import minimum-share="0%"/></guards>
                </connector>""");
        site.file("rules/provisioning/entra.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="entra" object-type="member" metaverse-type="person">
                  <provision name="guests">
                    <when>[status] = "guest"</when>
                    <unique to="mail"><numbered>LCase([sn])</numbered></unique>
                    <initial to="id">[employeeId]</initial>
                  </provision>
                </provisioning-rules>""");
        accounts("""
                <provision name="staff">
                  <when>[status] = "staff"</when>
                  <unique to="mail" across="ad:proxyAddresses entra:mail">
                    <candidate>LCase([sn])</candidate><numbered>LCase([sn])</numbered>
                  </unique>
                  <dn>"cn=" &amp; {mail} &amp; ",ou=People"</dn>
                </provision>""");
        site.in("ad").put("user", Map.of("dn", "cn=shared,ou=Boxes", "proxyAddresses", "berg"));
        site.in("entra").put("member", "x", Map.of("id", "x", "mail", "Berg2"));
        employ("7", "Ann", "Berg", "status", "staff");
        employ("8", "Bob", "Berg", "status", "guest");
        employ("9", "Cid", "Berg", "status", "staff");
        site.settle();
        assertEquals("""
                8: id=8 mail=berg
                x: id=x mail=Berg2""", site.in("entra").show("member"));
        assertEquals("""
                cn=berg3,ou=People: employeeNumber=7 mail=berg3
                cn=berg4,ou=People: employeeNumber=9 mail=berg4
                cn=shared,ou=Boxes: proxyAddresses=berg""", users());
    }

    @Test
    void whatOneSystemReservesInAnotherIsTakenForTheRestOfTheStep() {
        site.file("connectors/entra.xml", """
                <connector xmlns="urn:syncline:1" name="entra" type="memory">
                  <settings><setting name="system" value="entra-%Site%"/></settings>
                  <object-type name="member" anchor="id"><attribute name="id"/><attribute name="mail"/></object-type>
                  <guards><import minimum-share="0%"/></guards>
                </connector>""");
        site.file("rules/provisioning/entra.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="entra" object-type="member" metaverse-type="person">
                  <provision name="guests">
                    <when>[status] = "guest"</when>
                    <unique to="mail"><numbered>LCase([sn])</numbered></unique>
                    <initial to="id">[employeeId]</initial>
                  </provision>
                </provisioning-rules>""");
        accounts("""
                <provision name="staff">
                  <when>[status] = "staff"</when>
                  <unique to="mail" across="entra:mail"><numbered>LCase([sn])</numbered></unique>
                  <dn>"cn=" &amp; {mail} &amp; ",ou=People"</dn>
                </provision>""");
        site.withPagesOf(1);
        employ("7", "Ann", "Berg", "status", "staff");
        employ("8", "Bob", "Berg", "status", "guest");
        site.settle();
        assertEquals("cn=berg,ou=People: employeeNumber=7 mail=berg", users());
        assertEquals("8: id=8 mail=berg2", site.in("entra").show("member"));
    }

    @Test
    void theValueOfALowerRankedSourceIsNotWrittenIntoAHigherRankedOne() {
        flows("""
                <import from="telephoneNumber" to="phone" precedence="10"/>
                <export from="employeeId" to="employeeNumber"/>
                <export from="phone" to="telephoneNumber"/>""");
        site.change("rules/attribute-flow/hr.xml", "</attribute-flows>",
                "<import from=\"mail\" to=\"phone\" precedence=\"20\"/></attribute-flows>");
        employ("7", "Ann", "Berg", "mail", "1");
        site.settle();
        site.in("ad").edit("user", ANN, Map.of("telephoneNumber", "2"));
        site.settle();
        employ("7", "Ann", "Berg", "mail", "3");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 telephoneNumber=2", users());
        site.in("ad").edit("user", ANN, Map.of("telephoneNumber", ""));
        site.settle();
        assertEquals(ANN + ": employeeNumber=7", users());
        assertTrue(site.preview("hr", "7").contains("blocked-by-precedence"), site.preview("hr", "7"));
    }
}
