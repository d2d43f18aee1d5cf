package org.syncline.platform.engine.scenario;

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
import org.syncline.connectors.spi.ExportResult;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.WrittenHouse;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;

/** 4.1: accounts that are to get each other's names, in a directory where a name is there once. */
@DisplayName("4.1 names that others have to leave first")
class SwappedNamesTest {
    @TempDir
    Path folder;

    private WrittenHouse house;

    @BeforeEach
    void build() {
        house = new WrittenHouse(folder)
                .metaverse("""
                        <object-type name="person"><attribute name="id"/><attribute name="name"/>
                          <attribute name="title"/></object-type>""")
                .source("hr", """
                        <object-type name="employee" anchor="id"><attribute name="id"/><attribute name="name"/>
                          <attribute name="title"/></object-type>""")
                .directory("directory", "<setting name=\"base\" value=\"dc=test\"/>", """
                        <object-type name="account" anchor="entryUUID"><attribute name="entryUUID"/>
                          <attribute name="employeeNumber"/><attribute name="title"/></object-type>""")
                .rules("join/employee.xml", """
                        <join-rules connector="hr" object-type="employee" metaverse-type="person">
                          <project name="people"/></join-rules>""")
                .rules("attribute-flow/employee.xml", """
                        <attribute-flows connector="hr" object-type="employee" metaverse-type="person">
                          <import from="id" to="id"/><import from="name" to="name"/><import from="title" to="title"/>
                          </attribute-flows>""")
                .rules("attribute-flow/account.xml", """
                        <attribute-flows connector="directory" object-type="account" metaverse-type="person">
                          <export from="id" to="employeeNumber"/><export from="title" to="title"/>
                          </attribute-flows>""")
                .rules("provisioning/account.xml", """
                        <provisioning-rules connector="directory" object-type="account" metaverse-type="person">
                          <provision name="people"><dn>"cn=" &amp; [name] &amp; ",dc=test"</dn></provision>
                          <rename name="rename"><dn>"cn=" &amp; [name] &amp; ",dc=test"</dn></rename>
                          </provisioning-rules>""");
    }

    /** Names, in the order of the numbers of those who have them. */
    private void named(String... names) {
        for (int number = 1; number <= names.length; number++) {
            house.put("hr", "employee", "" + number, "id=" + number, "name=" + names[number - 1], "title=Clerk");
        }
    }

    private Map<String, String> numbers() {
        return house.held("directory", "account", "employeeNumber");
    }

    private StepReport export() {
        house.run("hr", Kind.DELTA_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
        return house.run("directory", Kind.EXPORT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    @DisplayName("two swap their names: one moves aside for a moment, and nobody is lost")
    void twoSwapTheirNames(int pageSize) {
        house.withPagesOf(pageSize);
        named("Ann", "Bob");
        house.cleanly("directory");

        named("Bob", "Ann");

        assertEquals(3, house.cleanly("directory"));
        assertEquals(Map.of("cn=Bob,dc=test", "1", "cn=Ann,dc=test", "2"), numbers());
        assertEquals(0, house.cleanly("directory"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    @DisplayName("three pass their names round")
    void threePassTheirNamesRound(int pageSize) {
        house.withPagesOf(pageSize);
        named("Ann", "Bob", "Eve");
        house.cleanly("directory");

        named("Bob", "Eve", "Ann");

        assertEquals(4, house.cleanly("directory"));
        assertEquals(Map.of("cn=Bob,dc=test", "1", "cn=Eve,dc=test", "2", "cn=Ann,dc=test", "3"), numbers());
        assertEquals(0, house.cleanly("directory"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    @DisplayName("who gets a name that another leaves comes after, and nobody moves aside")
    void whoGetsANameThatAnotherLeavesComesAfter(int pageSize) {
        house.withPagesOf(pageSize);
        named("Ann", "Bob", "Eve");
        house.cleanly("directory");

        named("Bob", "Eve", "Zoe");

        assertEquals(3, house.cleanly("directory"));
        assertEquals(Map.of("cn=Bob,dc=test", "1", "cn=Eve,dc=test", "2", "cn=Zoe,dc=test", "3"), numbers());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("the process dies anywhere in a swap: the next cycles end it, and nobody is lost")
    void aSwapThatWasCutOffIsEnded(int operations) {
        named("Ann", "Bob");
        house.cleanly("directory");
        named("Bob", "Ann");
        house.system("directory").faults().breakNextExportAfter(operations);

        house.cycle();
        house.cycle();

        assertEquals(Map.of("cn=Bob,dc=test", "1", "cn=Ann,dc=test", "2"), numbers());
        assertEquals(List.of(), house.errors("directory"));
        assertEquals(0, house.cleanly("directory"));
    }

    @Test
    @DisplayName("who does not get the new name keeps that of the meantime, as a part of the change; the rest is sent again")
    void whoDoesNotGetTheNewNameKeepsThatOfTheMeantime() {
        named("Ann", "Bob");
        house.cleanly("directory");
        named("Bob", "Ann");
        house.system("directory").faults().rejectNext(
                sent -> "cn=renaming-3,dc=test".equals(sent.dn()),
                new ExportResult.Rejected(ExportResult.Code.PERMISSION_DENIED, "not now", null, null));

        StepReport export = export();

        assertEquals(StepResult.COMPLETED_EXPORT_ERRORS, export.result());
        assertEquals(2, export.counters().of(Counter.EXPORT_RENAME));
        assertEquals(1, export.counters().of(Counter.EXPORT_FAILURE));
        assertEquals(Map.of("cn=renaming-3,dc=test", "1", "cn=Ann,dc=test", "2"), numbers());

        house.cycle();

        assertEquals(Map.of("cn=Bob,dc=test", "1", "cn=Ann,dc=test", "2"), numbers());
        assertEquals(List.of(), house.errors("directory"));
        assertEquals(0, house.cleanly("directory"));
    }

    @Test
    @DisplayName("whose new name is not left waits with a reason; its other changes are sent")
    void whoseNewNameIsNotLeftWaits() {
        named("Ann", "Bob");
        house.cleanly("directory");
        house.system("directory").faults().rejectAll(
                sent -> "cn=Bob,dc=test".equals(sent.dn()),
                new ExportResult.Rejected(ExportResult.Code.PERMISSION_DENIED, "not here", null, null));
        house.put("hr", "employee", "1", "id=1", "name=Bob", "title=Boss");
        house.put("hr", "employee", "2", "id=2", "name=Zoe", "title=Clerk");

        export();

        assertEquals(List.of("dn to cn=Bob,dc=test: waits-for-name"), house.waiting("directory"));
        assertEquals(Map.of("cn=Ann,dc=test", "Boss", "cn=Bob,dc=test", "Clerk"),
                house.held("directory", "account", "title"));
        house.system("directory").faults().mend();
        house.cycle();
        assertEquals(Map.of("cn=Bob,dc=test", "1", "cn=Zoe,dc=test", "2"), numbers());
        assertEquals(List.of(), house.waiting("directory"));
        assertTrue(house.errors("directory").isEmpty());
    }
}
