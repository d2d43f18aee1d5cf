package org.syncline.platform.engine.synchronization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.schema.identity.LinkState;
import org.syncline.schema.identity.MetaverseObject;

/** Section 3 of the semantics, 3.1 to 3.5, as an administrator writes it. */
class Semantics3InboundTest {
    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private void synchronize() {
        office.cycle();
        assertEquals(List.of(), office.errors());
    }

    @Test
    @DisplayName("3.1 a deleted object's link breaks, and what it brought is withdrawn")
    void aDeleteWithdrawsWhatTheObjectBrought() {
        office.flows("crm", "contact", "<import from=\"mail\" to=\"mail\"/>")
                .put("hr", "1", "id=1 | first=Ann").put("crm", "c", "id=1 | mail=a@x.org");
        synchronize();
        assertEquals("a@x.org", office.value("1", "mail"));
        office.remove("crm", "c");
        synchronize();
        assertEquals("", office.value("1", "mail"));
        assertEquals("Ann", office.value("1", "givenName"));
    }

    @Test
    @DisplayName("3.2 a normal object that the filter matches is disconnected as by a delete")
    void aFilteredObjectLosesItsLinkAndItsValues() {
        office.flows("crm", "contact", "<import from=\"mail\" to=\"mail\"/>")
                .change("connectors/crm.xml", "</object-type>",
                        "<filter><when>[status] = \"out\"</when></filter></object-type>")
                .put("hr", "1", "id=1").put("crm", "c", "id=1 | mail=a@x.org | status=in");
        synchronize();
        office.put("crm", "c", "id=1 | mail=a@x.org | status=out");
        synchronize();
        assertEquals("", office.value("1", "mail"));
        assertEquals(LinkState.FILTERED, office.objects("crm").getFirst().link().state());
        office.put("crm", "c", "id=1 | mail=a@x.org | status=in");
        synchronize();
        assertEquals("a@x.org", office.value("1", "mail"));
    }

    @Test
    @DisplayName("3.3 criteria in order; each is an AND of matches, direct or through an expression, optionally ignoring case")
    void joinsByTheFirstCriterionOfWhichAllMatchesAgree() {
        office.join("crm", "contact", """
                <join name="by id"><match attribute="id" with="employeeId"/></join>
                <join name="by name"><match with="givenName" ignore-case="true">Trim([first])</match><match attribute="last" with="sn"/></join>
                """)
                .put("hr", "1", "id=1 | first=Ann | last=Lee").put("hr", "2", "id=2 | first=Ann | last=Ray")
                .put("crm", "a", "id=2 | first=Ann | last=Lee").put("crm", "b", "id=x | first= ANN  | last=Lee")
                .put("crm", "c", "id=y | first=ann | last=LEE");
        synchronize();
        assertEquals(
                List.of(office.person("2").id(), office.person("1").id(), 0L),
                office.objects("crm").stream().map(object -> object.link().identity()).toList());
    }

    @Test
    @DisplayName("3.3 criteria in order, also of several files; 3.4 the first projection whose condition holds")
    void oneObjectTypeBecomesIdentitiesOfSeveralTypes() {
        office.change("syncline.xml", "</metaverse>",
                "<object-type name=\"room\"><attribute name=\"number\"/></object-type></metaverse>")
                .file("rules/join/crm-rooms.xml", """
                        <join-rules xmlns="urn:syncline:1" connector="crm" object-type="contact" metaverse-type="room">
                        <join name="by id"><match attribute="id" with="number"/></join>
                        <project name="rooms"><when>[status] = "room"</when></project></join-rules>""")
                .file("rules/attribute-flow/crm-rooms.xml", """
                        <attribute-flows xmlns="urn:syncline:1" connector="crm" object-type="contact" metaverse-type="room">
                        <import from="id" to="number"/></attribute-flows>""")
                .put("hr", "1", "id=1");
        synchronize();
        office.put("crm", "a", "id=1 | status=room").put("crm", "b", "id=2 | status=room")
                .put("crm", "c", "id=3 | status=guest");
        synchronize();

        assertEquals(List.of("person", "room"), office.persons().stream().map(one -> one.type().name()).toList());
        assertEquals(
                office.persons().stream().map(MetaverseObject::id).toList(),
                office.objects("crm").stream().map(one -> one.link().identity()).filter(id -> id != 0).toList());

        office.put("crm", "d", "id=2 | status=guest");
        office.cycle();
        assertEquals(List.of("crm d: already-joined"), office.errors());
    }

    @Test
    @DisplayName("3.3 several hits are ambiguous-join, or the next criterion's turn")
    void severalHitsAreHeldOrPassedOn() {
        office.join("crm", "contact", """
                <join name="by name" on-ambiguous="next"><match attribute="last" with="sn"/></join>
                <join name="by first name"><match attribute="first" with="givenName"/></join>
                """)
                .put("hr", "1", "id=1 | first=Ann | last=Lee").put("hr", "2", "id=2 | first=Bob | last=Lee")
                .put("hr", "3", "id=3 | first=Bob | last=Ray")
                .put("crm", "a", "last=Lee | first=Ann").put("crm", "b", "last=Lee | first=Bob");
        office.cycle();
        assertEquals(List.of("crm b: ambiguous-join"), office.errors());
        assertEquals(office.person("1").id(), office.objects("crm").getFirst().link().identity());
    }

    @Test
    @DisplayName("3.3 two new objects of one person in two connectors become one identity, also across pages")
    void newObjectsOfOnePersonBecomeOneIdentity() {
        for (int pages : new int[]{500, 1}) {
            try (Office other = new Office(folder.resolve("pages-" + pages))) {
                other.withPagesOf(pages).join("crm", "contact", """
                        <join name="by id"><match attribute="id" with="employeeId"/></join><project name="new"/>""")
                        .join("hr", "employee",
                                """
                                <join name="by id" many="true"><match attribute="id" with="employeeId"/></join><project name="new"/>""")
                        .flows("crm", "contact", "<import from=\"id\" to=\"employeeId\" precedence=\"2\"/>")
                        .change("rules/attribute-flow/hr.xml", "to=\"employeeId\"",
                                "to=\"employeeId\" precedence=\"1\"")
                        .put("hr", "1", "id=1 | first=Ann").put("hr", "2", "id=1 | last=Lee").put("crm", "a", "id=1");
                other.cycle();
                assertEquals(1, other.persons().size());
                assertEquals(List.of(), other.errors());
            }
        }
    }

    @Test
    @DisplayName("1 a second hit of a connector and type is already-joined, unless the join says many")
    void aSecondObjectIsAlreadyJoined() {
        office.put("hr", "1", "id=1").put("crm", "a", "id=1").put("crm", "b", "id=1");
        office.cycle();
        assertEquals(List.of("crm b: already-joined"), office.errors());
        office.join("crm", "contact",
                "<join name=\"by id\" many=\"true\"><match attribute=\"id\" with=\"employeeId\"/></join>");
        synchronize();
        assertEquals(office.person("1").id(), office.objects("crm").getLast().link().identity());
    }

    @Test
    @DisplayName("3.5 contributions are ranked; the next is elected in the same pass when the winner withdraws")
    void theNextContributorIsElectedAtOnce() {
        office.flows("hr", "employee", """
                <import from="id" to="employeeId"/><import from="mail" to="mail" precedence="1"/>""")
                .flows("crm", "contact", "<import from=\"mail\" to=\"mail\" precedence=\"2\"/>")
                .flows("ad", "user", "<export from=\"mail\" to=\"mail\" allow-null=\"true\"/>")
                .put("hr", "1", "id=1 | mail=hr@x.org").put("crm", "c", "id=1 | mail=crm@x.org");
        synchronize();
        assertEquals("hr@x.org", office.account("1", "mail"));
        office.put("hr", "1", "id=1");
        synchronize();
        assertEquals("crm@x.org", office.account("1", "mail"));
    }

    @Test
    @DisplayName("3.5 NULL asks the next, AuthoritativeNull clears and asks nobody, IgnoreThisFlow leaves what is there")
    void theThreeIntentsOfNothing() {
        office.flows("hr", "employee",
                """
                <import from="id" to="employeeId"/>
                <import to="mail" precedence="1">Switch([status] = "clear", AuthoritativeNull, [status] = "leave", IgnoreThisFlow, True, [mail])</import>""")
                .flows("crm", "contact", "<import from=\"mail\" to=\"mail\" precedence=\"2\"/>")
                .put("hr", "1", "id=1 | mail=hr@x.org").put("crm", "c", "id=1 | mail=crm@x.org");
        synchronize();
        office.put("hr", "1", "id=1 | mail=new@x.org | status=leave");
        synchronize();
        assertEquals("hr@x.org", office.value("1", "mail"));
        office.put("hr", "1", "id=1 | mail=new@x.org | status=clear");
        synchronize();
        assertEquals("", office.value("1", "mail"));
        office.put("hr", "1", "id=1 | status=in");
        synchronize();
        assertEquals("crm@x.org", office.value("1", "mail"));
    }

    @Test
    @DisplayName("3.5 multi-values merge, with a lineage for each value; what the system got from us is not its own (merge echo)")
    void mergedValuesGoWithTheirContributor() {
        String merged = "<import from=\"proxies\" to=\"proxies\" merge=\"merge-case-insensitive\"%s/>";
        office.flows("hr", "employee",
                "<import from=\"id\" to=\"employeeId\"/>" + merged.formatted(" precedence=\"1\""))
                .flows("crm", "contact", merged.formatted(" precedence=\"2\""))
                .flows("ad", "user",
                        merged.formatted(" precedence=\"3\"") + "<export from=\"proxies\" to=\"proxies\"/>")
                .put("hr", "1", "id=1 | proxies=one;both").put("crm", "c", "id=1 | proxies=two;BOTH");
        synchronize();
        assertEquals("both;one;two", sorted(office.value("1", "proxies")));
        assertEquals("both;one;two", sorted(office.account("1", "proxies")));
        synchronize();
        office.put("crm", "c", "id=1 | proxies=BOTH");
        synchronize();
        assertEquals("both;one", sorted(office.value("1", "proxies")), "the directory's echo keeps nothing alive");
        assertEquals("both;one", sorted(office.account("1", "proxies")));
    }

    private static String sorted(String values) {
        return String.join(";", List.of(values.split(";")).stream().sorted().toList());
    }

    @Test
    @DisplayName("3.5 a rule never sees a value another flow writes in the same pass; derive rules run once after the election and do")
    void derivesFromWhatWasElected() {
        office.derive("""
                <derive to="displayName"><when>IsPresent([sn])</when><value>[givenName] &amp; " " &amp; [sn]</value></derive>
                <derive name="short" to="displayName">[givenName]</derive>""")
                .flows("ad", "user", "<export from=\"displayName\" to=\"first\"/>")
                .put("hr", "1", "id=1 | first=Ann | last=Lee").put("hr", "2", "id=2 | first=Bob");
        synchronize();
        assertEquals("Ann Lee", office.account("1", "first"));
        assertEquals("Bob", office.value("2", "displayName"));
        office.put("hr", "1", "id=1 | first=Ann | last=Ray");
        synchronize();
        assertEquals("Ann Ray", office.account("1", "first"));
    }

    @Test
    @DisplayName("3.5 what a derive rule brought goes with the rule")
    void aDerivedValueGoesWithItsRule() {
        office.derive("<derive to=\"displayName\">[givenName]</derive>").put("hr", "1", "id=1 | first=Ann");
        synchronize();
        assertEquals("Ann", office.value("1", "displayName"));
        office.derive("");
        synchronize();
        assertEquals("", office.value("1", "displayName"));
    }

    @Test
    @DisplayName("3 a changed referenced object wakes those whose rules read it")
    void aChangedManagerWakesWhoeverReadsItsMail() {
        office.flows("ad", "user", "<export to=\"mail\" allow-null=\"true\">[manager.mail]</export>")
                .change("rules/attribute-flow/hr.xml", "<import from=\"id\"",
                        "<import from=\"mail\" to=\"mail\"/><import from=\"id\"")
                .put("hr", "1", "id=1 | boss=9").put("hr", "9", "id=9 | mail=old@x.org");
        synchronize();
        assertEquals("old@x.org", office.account("1", "mail"));
        office.put("hr", "9", "id=9 | mail=new@x.org");
        synchronize();
        assertEquals("new@x.org", office.account("1", "mail"));
    }

    @Test
    @DisplayName("3 a derived value that follows a reference is woken too")
    void aDerivedValueFollowsItsReference() {
        office.derive("<derive to=\"displayName\">\"under \" &amp; [manager.sn]</derive>")
                .put("hr", "1", "id=1 | boss=9").put("hr", "9", "id=9 | last=Lee");
        synchronize();
        assertEquals("under Lee", office.value("1", "displayName"));
        office.put("hr", "9", "id=9 | last=Ray");
        synchronize();
        assertEquals("under Ray", office.value("1", "displayName"));
    }

    @Test
    @DisplayName("3 adds and updates first, deletes last: a re-keyed row keeps its identity")
    void aRekeyedRowKeepsTheIdentity() {
        office.join("hr", "employee", """
                <join name="by mail"><match attribute="mail" with="mail"/></join><project name="new"/>""")
                .change("rules/attribute-flow/hr.xml", "<import from=\"id\"",
                        "<import from=\"mail\" to=\"mail\"/><import from=\"id\"")
                .put("hr", "1", "id=1 | mail=a@x.org");
        synchronize();
        long before = office.person("1").id();
        office.remove("hr", "1").put("hr", "77", "id=77 | mail=a@x.org");
        office.cycle();
        office.cycle();
        assertEquals(before, office.person("77").id());
        assertEquals(1, office.persons().size());
    }

    @Test
    @DisplayName("errors concern what they must: in import flow the object, the others go on; failing pairs are retried in every sync")
    void aFailingObjectIsRetriedAndStopsNobody() {
        office.flows("hr", "employee", """
                <import from="id" to="employeeId"/><import from="first" to="givenName"/>
                <import to="sn">IIF([status] = "bad", Error("no name"), [last])</import>""")
                .put("hr", "1", "id=1 | first=Ann | last=Lee | status=bad").put("hr", "2", "id=2 | last=Ray");
        office.cycle();
        assertEquals(List.of("hr 1: flow-failure"), office.errors());
        assertEquals("Ann", office.value("1", "givenName"));
        assertEquals("Ray", office.value("2", "sn"));
        office.cycle();
        long count = office.store().runHistory().errors("hr").getFirst().count();
        assertNotEquals(1, count, "retried");
        assertEquals(true, office.store().runHistory().errors("hr").getFirst().rule().contains("hr.xml:2:"));
        office.put("hr", "1", "id=1 | first=Ann | last=Lee");
        synchronize();
        assertEquals("Lee", office.value("1", "sn"));
    }
}
