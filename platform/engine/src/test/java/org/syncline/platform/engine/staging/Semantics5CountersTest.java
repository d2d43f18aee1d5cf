package org.syncline.platform.engine.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.operations.StepHistory;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.StepReport;

/** Section 5 of the semantics: MIM's finer counters, each drilling down to its objects. */
class Semantics5CountersTest {
    @TempDir
    Path folder;

    private ImportHouse house;

    @BeforeEach
    void build() {
        house = new ImportHouse(folder);
    }

    @AfterEach
    void leave() {
        house.close();
    }

    private void assertCounted(StepReport report, Counter counter, String... titles) {
        assertEquals(titles.length, report.counters().of(counter), () -> report.counters().toString());
        List<String> counted = new ArrayList<>();
        long step = house.store().runHistory().steps(1).getFirst().id();
        new StepHistory(house.store().runHistory())
                .counted(step, counter, null, Long.MAX_VALUE, object -> counted.add(object.title()));
        assertEquals(List.of(titles), counted);
    }

    private void annIsKnown() {
        house.employ("1", "Ann", "Ames");
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_SYNC);
    }

    @Test
    @DisplayName("5: a join that brings nothing counts as joined-no-flow, one that brings something as joined-flow")
    void aJoinCountsByWhetherSomethingFlowed() {
        annIsKnown();
        house.account("a", "ann", "1", "Ames");
        house.run("directory", Kind.FULL_IMPORT);
        StepReport silent = house.run("directory", Kind.FULL_SYNC);
        assertCounted(silent, Counter.DISCONNECTOR_JOINED_NO_FLOW, "uid=ann,ou=People,dc=test");
        assertEquals(0, silent.counters().of(Counter.DISCONNECTOR_JOINED_FLOW));
    }

    @Test
    @DisplayName("5: a projection from which nothing flows counts as projected-no-flow")
    void aProjectionFromWhichNothingFlows() {
        house.write("rules/attribute-flow/hr.xml", "<attribute-flows xmlns=\"urn:syncline:1\" connector=\"hr\""
                + " object-type=\"employee\" metaverse-type=\"person\"/>");
        house.employ("1", "Ann", "Ames");
        house.run("hr", Kind.FULL_IMPORT);
        StepReport report = house.run("hr", Kind.FULL_SYNC);
        assertCounted(report, Counter.DISCONNECTOR_PROJECTED_NO_FLOW, "1");
        assertEquals(0, report.counters().of(Counter.DISCONNECTOR_PROJECTED_FLOW));
    }

    @Test
    @DisplayName("5: an object whose change ends its identity counts as flow-remove-mv")
    void anObjectWhoseChangeEndsItsIdentity() {
        house.with("syncline.xml", "<attribute name=\"mail\"/>",
                "<attribute name=\"mail\"/><ends><when>[sn] = \"Gone\"</when></ends>");
        annIsKnown();
        house.employ("1", "Ann", "Gone");
        house.run("hr", Kind.FULL_IMPORT);
        StepReport report = house.run("hr", Kind.DELTA_SYNC);
        assertCounted(report, Counter.CONNECTOR_FLOW_REMOVE_MV, "1");
        assertEquals(0, report.counters().of(Counter.CONNECTOR_DELETE_REMOVE_MV));
    }

    @Test
    @DisplayName("5: an account of which only the name changes counts as rename-no-flow, else as rename-flow")
    void aRenameCountsByWhetherSomethingElseFlowed() {
        house.with("rules/provisioning/directory.xml", "<when-identity-ends>",
                "<rename name=\"by first name\"><dn>\"uid=\" &amp; [givenName] &amp; \",ou=People,dc=test\"</dn></rename>"
                        + "<when-identity-ends>");
        house.with("rules/attribute-flow/directory.xml", "<export from=\"givenName\" to=\"givenName\"/>", "");
        house.run("directory", Kind.FULL_IMPORT);
        annIsKnown();
        house.run("directory", Kind.EXPORT);
        house.run("directory", Kind.FULL_IMPORT);
        house.run("directory", Kind.FULL_SYNC);
        house.run("directory", Kind.EXPORT);
        house.run("directory", Kind.FULL_IMPORT);
        house.employ("1", "Bea", "Ames");
        house.run("hr", Kind.FULL_IMPORT);
        StepReport renamed = house.run("hr", Kind.FULL_SYNC);
        assertEquals(1, renamed.counters().of(Counter.PROVISIONED_RENAME_NO_FLOW),
                () -> renamed.counters().toString());
        house.run("directory", Kind.EXPORT);
        house.run("directory", Kind.FULL_IMPORT);
        house.employ("1", "Cyd", "Cole");
        house.run("hr", Kind.FULL_IMPORT);
        StepReport both = house.run("hr", Kind.FULL_SYNC);
        assertEquals(1, both.counters().of(Counter.PROVISIONED_RENAME_FLOW), () -> both.counters().toString());
    }
}
