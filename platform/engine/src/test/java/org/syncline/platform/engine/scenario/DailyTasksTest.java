package org.syncline.platform.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.RunProfile.Kind;

/** The rows of "More of the language" that concern accounts and what they hold. */
class DailyTasksTest extends Story {
    private static final String ANN = "cn=Ann Berg,ou=People";
    private static final String DN =
            "<dn>\"cn=\" &amp; EscapeDNComponent([givenName] &amp; \" \" &amp; [sn]) &amp; \",ou=People\"</dn>";

    @Test
    void afterAMarriageTheAccountIsRenamedAndTheOldAddressStays() {
        flows("""
                <export from="employeeId" to="employeeNumber"/>
                <export from="sn" to="sn"/>""");
        accounts("""
                <provision name="everybody">
                  <unique to="mail"><candidate>LCase([givenName] &amp; "." &amp; [sn]) &amp; "@x.org"</candidate></unique>
                  %1$s
                  <initial to="proxyAddresses">"smtp:" &amp; {mail}</initial>
                </provision>
                <rename name="after marriage">
                  <unique to="mail"><candidate>LCase([givenName] &amp; "." &amp; [sn]) &amp; "@x.org"</candidate></unique>
                  %1$s
                  <set to="proxyAddresses" merge="merge-case-insensitive">"smtp:" &amp; {mail}</set>
                </rename>""".formatted(DN));
        employ("7", "Ann", "Berg");
        site.settle();
        String anchor = site.in("ad").anchor("user", ANN);
        assertEquals(ANN + ": employeeNumber=7 sn=Berg mail=ann.berg@x.org proxyAddresses=smtp:ann.berg@x.org",
                users());
        employ("7", "Ann", "Blum");
        site.settle();
        assertEquals("cn=Ann Blum,ou=People: employeeNumber=7 sn=Blum mail=ann.blum@x.org"
                + " proxyAddresses=smtp:ann.berg@x.org|smtp:ann.blum@x.org", users());
        assertEquals(anchor, site.in("ad").anchor("user", "cn=Ann Blum,ou=People"));
    }

    @Test
    void aRenameIsNotForgottenWhenSomethingElseHappensBeforeItIsSent() {
        accounts("""
                <provision name="everybody">%1$s</provision>
                <rename name="after marriage"><when><changed attribute="sn"/></when>%1$s</rename>""".formatted(DN));
        flows("""
                <export from="employeeId" to="employeeNumber"/>
                <export from="department" to="department"/>""");
        employ("7", "Ann", "Berg");
        site.settle();
        employ("7", "Ann", "Blum");
        site.run("hr", Kind.FULL_IMPORT);
        site.run("hr", Kind.DELTA_SYNC);
        employ("7", "Ann", "Blum", "department", "IT");
        site.settle();
        assertEquals("cn=Ann Blum,ou=People: employeeNumber=7 department=IT", users());
    }

    @Test
    void whoHasNoAccountAnyMoreStandsInTheAddressBook() {
        site.file("connectors/book.xml", """
                <connector xmlns="urn:syncline:1" name="book" type="memory">
                  <settings>
                    <setting name="system" value="book-%Site%"/>
                    <setting name="names" value="true"/>
                  </settings>
                  <object-type name="contact" anchor="objectGUID"><attribute name="cn"/></object-type>
                </connector>""");
        site.file("rules/provisioning/book.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="book" object-type="contact" metaverse-type="person">
                  <provision name="leavers without an account">
                    <when><all><equals attribute="status" value="left"/><none><connected-to connector="ad"/></none></all></when>
                    <dn>"cn=" &amp; EscapeDNComponent([sn])</dn>
                  </provision>
                </provisioning-rules>""");
        accounts("""
                <provision name="present people"><when><absent attribute="status"/></when>%s</provision>
                <deprovision name="leavers">
                  <when>[status] = "left"</when>
                  <disable><set to="description">"left"</set></disable>
                  <delete after="P14D"/>
                </deprovision>""".formatted(DN));
        employ("7", "Ann", "Berg");
        site.settle();
        employ("7", "Ann", "Berg", "status", "left");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 description=left", users());
        assertEquals("", site.in("book").show("contact"));
        site.wait("P15D");
        site.cycle();
        assertEquals("", users());
        assertEquals("cn=Berg:", site.in("book").show("contact").strip());
    }

    @Test
    void writingBackToHrUpdatesAndNeverAddsOrDeletes() {
        site.change("connectors/hr.xml", " mode=\"read-only\"", "");
        site.change("connectors/hr.xml", "anchor=\"number\"", "anchor=\"number\" allow=\"update\"");
        site.change("rules/attribute-flow/hr.xml", "</attribute-flows>",
                "<export from=\"mail\" to=\"mail\"/></attribute-flows>");
        flows("""
                <import from="mail" to="mail"/>
                <export from="employeeId" to="employeeNumber"/>""");
        employ("7", "Ann", "Berg");
        site.settle();
        site.in("ad").edit("user", ANN, Map.of("mail", "ann@x.org"));
        site.settle();
        assertEquals("7: first=Ann last=Berg mail=ann@x.org", site.in("hr").show("employee"));
        site.in("ad").removeNamed("user", ANN);
        dismiss("7");
        site.settle();
        assertEquals("", site.in("hr").show("employee"));
        assertEquals("", site.errors());
    }

    @Test
    void addressesOfAllSourcesStandSideBySide() {
        site.change("rules/attribute-flow/hr.xml", "</attribute-flows>", """
                <import to="addresses" merge="merge-case-insensitive" precedence="10">"smtp:" &amp; LCase([mail])</import>
                </attribute-flows>""");
        flows("""
                <import from="proxyAddresses" to="addresses" merge="merge-case-insensitive" precedence="20"/>
                <export from="employeeId" to="employeeNumber"/>
                <export from="addresses" to="proxyAddresses"/>""");
        employ("7", "Ann", "Berg", "mail", "Ann@X.org");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 proxyAddresses=smtp:ann@x.org", users());
        site.in("ad").edit("user", ANN, Map.of("proxyAddresses", "smtp:ann@x.org|smtp:boss@x.org|SMTP:ann@x.org"));
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 proxyAddresses=smtp:ann@x.org|smtp:boss@x.org", users());
        employ("7", "Ann", "Berg", "mail", "berg@x.org");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 proxyAddresses=smtp:berg@x.org|smtp:boss@x.org", users(),
                "What HR withdraws goes, what the directory brought stays");
    }

    @Test
    void valuesAddedByHandStayBesideOurOwn() {
        site.change("rules/attribute-flow/hr.xml", "</attribute-flows>",
                "<import to=\"addresses\">IIF(IsPresent([mail]), \"smtp:\" &amp; [mail], NULL)</import></attribute-flows>");
        flows("""
                <export from="employeeId" to="employeeNumber"/>
                <export from="addresses" to="proxyAddresses" values="own"/>""");
        employ("7", "Ann", "Berg", "mail", "ann@x.org");
        site.settle();
        site.in("ad").edit("user", ANN, Map.of("proxyAddresses", "smtp:ann@x.org|smtp:boss@x.org"));
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 proxyAddresses=smtp:ann@x.org|smtp:boss@x.org", users());
        employ("7", "Ann", "Berg", "mail", "berg@x.org");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 proxyAddresses=smtp:berg@x.org|smtp:boss@x.org", users());
        employ("7", "Ann", "Berg");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 proxyAddresses=smtp:berg@x.org|smtp:boss@x.org", users(),
                "A source without a value leaves what is there");
    }

    @Test
    void flagsAreSetBitByBitAndAnAdministratorsOtherBitsStay() {
        flows("""
                <export from="employeeId" to="employeeNumber"/>
                <export to="userAccountControl" value="512" initial-only="true"/>
                <export to="userAccountControl" compare="mask" mask="&amp;H2">
                  <flag bit="2"><when>[status] = "left"</when></flag>
                </export>""");
        employ("7", "Ann", "Berg", "status", "current");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 userAccountControl=512", users());
        site.in("ad").edit("user", ANN, Map.of("userAccountControl", "" + (512 + 65536)));
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 userAccountControl=66048", users(),
                "That the password never expires is the administrator's business");
        employ("7", "Ann", "Berg", "status", "left");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 userAccountControl=66050", users());
        site.in("ad").edit("user", ANN, Map.of("userAccountControl", "66048"));
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 userAccountControl=66050", users(), "The bit is ours");
        employ("7", "Ann", "Berg", "status", "current");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 userAccountControl=66048", users());
    }

    @Test
    void anExpressionReadsThePresentValueOfTheTarget() {
        flows("""
                <export from="employeeId" to="employeeNumber"/>
                <export to="description">IIF(IsPresent([target.description]), [target.description], "new")</export>""");
        employ("7", "Ann", "Berg");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 description=new", users());
        site.in("ad").edit("user", ANN, Map.of("description", "old"));
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 description=old", users());
    }

    @Test
    void whatCannotBeChangedInPlaceIsDeletedAndCreatedAnew() {
        flows("""
                <export from="employeeId" to="employeeNumber"/>
                <export from="department" to="department" initial-only="true"/>""");
        accounts("""
                <provision name="everybody">%s</provision>
                <reprovision><when>[department] &lt;&gt; [target.department]</when></reprovision>""".formatted(DN));
        employ("7", "Ann", "Berg", "department", "Sales");
        site.settle();
        String anchor = site.in("ad").anchor("user", ANN);
        employ("7", "Ann", "Berg", "department", "IT");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 department=IT", users());
        assertNotEquals(anchor, site.in("ad").anchor("user", ANN));
        assertEquals("", site.errors());
        String second = site.in("ad").anchor("user", ANN);
        site.settle();
        assertEquals(second, site.in("ad").anchor("user", ANN));
    }

    @Test
    void anAccountIsMadeAnewOnceEachTimeTheConditionBeginsToHold() {
        accounts("""
                <provision name="everybody">%s</provision>
                <reprovision name="converted"><when>[status] = "convert"</when></reprovision>""".formatted(DN));
        employ("7", "Ann", "Berg", "status", "current");
        site.settle();
        String first = site.in("ad").anchor("user", ANN);
        employ("7", "Ann", "Berg", "status", "convert");
        site.settle();
        String second = site.in("ad").anchor("user", ANN);
        assertNotEquals(first, second);
        employ("7", "Ann", "Berg", "status", "convert", "department", "IT");
        site.settle();
        assertEquals(second, site.in("ad").anchor("user", ANN));
        employ("7", "Ann", "Berg", "status", "current");
        site.settle();
        employ("7", "Ann", "Berg", "status", "convert");
        site.settle();
        assertNotEquals(second, site.in("ad").anchor("user", ANN));
    }

    @Test
    void anAccountDeletedByHandIsReportedAndNotCreatedAgain() {
        employ("7", "Ann", "Berg");
        site.settle();
        site.in("ad").removeNamed("user", ANN);
        site.settle();
        assertEquals("", users());
        assertEquals("ad: " + ANN + ": account-deleted", site.errors());
    }

    @Test
    void anAccountDeletedByHandIsCreatedAgainWhereTheRuleThatWantsItSaysSo() {
        accounts("""
                <provision name="staff" if-deleted="recreate"><when>[status] = "staff"</when>%1$s</provision>
                <provision name="others">%1$s</provision>""".formatted(DN));
        employ("7", "Ann", "Berg", "status", "staff");
        employ("8", "Bob", "Cole");
        site.settle();
        site.in("ad").removeNamed("user", ANN).removeNamed("user", "cn=Bob Cole,ou=People");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7", users());
        assertEquals("ad: cn=Bob Cole,ou=People: account-deleted", site.errors());
    }

    @Test
    void anAccountThatNobodyWantsAnyMoreIsNotMissedWhenItIsDeletedByHand() {
        accounts("""
                <provision name="current"><when>[status] = "current"</when>%s</provision>""".formatted(DN));
        employ("7", "Ann", "Berg", "status", "current");
        site.settle();
        employ("7", "Ann", "Berg", "status", "on leave");
        site.settle();
        site.in("ad").removeNamed("user", ANN);
        site.settle();
        assertEquals("", site.errors());
        employ("7", "Ann", "Berg", "status", "current");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7", users());
    }
}
