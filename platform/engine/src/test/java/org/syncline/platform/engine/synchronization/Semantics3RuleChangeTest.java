package org.syncline.platform.engine.synchronization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.schema.identity.ContentHash;

/** Who is evaluated after a change of the rules. */
class Semantics3RuleChangeTest {
    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder)
                .put("hr", "1", "id=1 | first=Ann | last=Lee | status=in")
                .put("hr", "2", "id=2 | first=Bob | last=Ray | status=in")
                .put("crm", "1", "id=1 | mail=ann@x.org");
        office.cycle();
    }

    @AfterEach
    void close() {
        office.close();
    }

    /** By connector, what a cycle says of changed rules. */
    private Map<String, String> saidInACycle() {
        Map<String, String> said = new TreeMap<>();
        for (StepReport report : office.cycle()) {
            if (Objects.requireNonNullElse(report.message(), "").startsWith("rules changed")) {
                said.put(report.request().connector() + " " + report.request().step().kind().text(), report.message());
            }
        }
        return said;
    }

    @Test
    @DisplayName("3: after a rule change the (connector, object type) pairs it affects")
    void aFlowOfOneConnectorConcernsItsObjects() {
        office.flows("crm", "contact", "<import from=\"mail\" to=\"mail\"/>");
        assertEquals(
                Map.of("crm full-sync",
                        "rules changed: 1 of 1 object types affected (contact), 1 objects to evaluate"),
                saidInACycle());
        assertEquals("ann@x.org", office.value("1", "mail"));
        assertEquals(Map.of(), saidInACycle(), "evaluated once");
    }

    @Test
    void aProvisioningRuleConcernsWhoeverCanBeAnIdentityOfItsType() {
        office.provisioning(
                """
                <provision name="all"><when>[status] = "in"</when><dn>"cn=" &amp; [employeeId] &amp; ",dc=x"</dn></provision>""");
        assertEquals(List.of("ad full-sync", "crm full-sync", "hr full-sync"), List.copyOf(saidInACycle().keySet()));
    }

    @Test
    void theMetaverseConcernsEverybody() {
        office.change("syncline.xml", "<attribute name=\"sn\"/>", "<attribute name=\"sn\" indexed=\"true\"/>");
        assertEquals(3, saidInACycle().size());
    }

    @Test
    void aScheduleOrATestConcernsNobody() {
        office.file("tests/one.xml", """
                <rule-tests xmlns="urn:syncline:1"><test name="a">
                <given connector="hr" object-type="employee"><value name="id">1</value></given>
                <expect metaverse-type="person"/></test></rule-tests>""");
        assertEquals(Map.of(), saidInACycle());
    }

    @Test
    void aDeltaSynchronizationOfItsOwnTakesThemToo() {
        office.flows("crm", "contact", "<import from=\"mail\" to=\"mail\"/>");
        office.run("crm", Kind.DELTA_SYNC);
        assertEquals("ann@x.org", office.value("1", "mail"));
    }

    @Test
    void aDeltaSynchronizationThatWasTheFirstLeavesNothingToEvaluate() {
        try (Office other = new Office(folder.resolve("other")).put("hr", "1", "id=1 | status=in")) {
            other.run("hr", Kind.FULL_IMPORT);
            other.run("hr", Kind.DELTA_SYNC);
            assertEquals(List.of(), other.cycle().stream()
                    .filter(report -> report.request().connector().equals("hr")
                            && report.request().step().kind() == Kind.FULL_SYNC)
                    .toList());
            other.flows("hr", "employee", "<import from=\"id\" to=\"employeeId\"/>");
            assertEquals(1, other.run("hr", Kind.DELTA_SYNC).counters().of(Counter.CONNECTOR_FLOW));
        }
    }

    @Test
    @DisplayName("3.3: keys are rebuilt when their rule changes")
    void aNewJoinFindsIdentitiesThatWereThereBefore() {
        office.put("crm", "9", "id=9 | last=Ray");
        office.cycle();
        office.join("crm", "contact", "<join name=\"by name\"><match attribute=\"last\" with=\"sn\"/></join>");
        office.cycle();
        assertEquals(office.person("2").id(), office.objects("crm").getLast().link().identity());
    }

    @Test
    void keysThatNoRuleWantsAnyMoreAreForgotten() {
        office.put("crm", "9", "id=9 | last=Ray");
        office.cycle();
        long object = office.objects("crm").getLast().id();
        Map<Long, Set<ContentHash>> before = office.store().connectorSpace().keysOf(List.of(object));
        office.join("crm", "contact",
                """
                <join name="by name"><match attribute="last" with="sn"/><match attribute="first" with="givenName"/></join>""");
        office.cycle();
        office.join("crm", "contact", "<join name=\"by id\"><match attribute=\"id\" with=\"employeeId\"/></join>");
        office.cycle();
        assertEquals(before, office.store().connectorSpace().keysOf(List.of(object)));
    }

    @Test
    void aHeldConnectorLeavesEvaluationsToTheNextOne() {
        for (int number = 10; number < 30; number++) {
            office.put("hr", "" + number, "id=" + number);
        }
        office.cycle();
        office.objects("ad").stream().limit(15).forEach(account -> office.remove("ad", account.anchor().text()));
        office.run("ad", Kind.FULL_IMPORT);
        assertTrue(office.run("ad", Kind.DELTA_SYNC).result().isHeld());

        office.store().inTransaction(
                () -> office.store().metaverse().markForEvaluation(List.of(office.person("10").id())));
        office.cycle();
        assertEquals(List.of(), office.store().metaverse().markedForEvaluation(0, 10));
    }
}
