package org.syncline.platform.engine.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.operations.ImportApproval;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;

/** Sections 2 and 5 of the semantics: imports of single partitions, and of selected containers. */
class Semantics2PartitionTest {
    private static final String FILE = "connectors/directory.xml";

    @TempDir
    Path folder;

    private ImportHouse house;

    @BeforeEach
    void build() {
        house = new ImportHouse(folder);
        house.with(FILE, "<object-type", """
                <partition name="people" base="ou=People,dc=test"/>
                <partition name="external" base="ou=External,dc=test"/>
                <object-type""");
        house.with(FILE, "</connector>", """
                <run-profile name="people"><full-import partition="people"/></run-profile>
                <run-profile name="external"><full-import partition="external"/></run-profile>
                <run-profile name="people-delta"><delta-import partition="people"/></run-profile>
                <run-profile name="external-delta"><delta-import partition="external"/></run-profile>
                </connector>""");
    }

    @AfterEach
    void leave() {
        house.close();
    }

    private StepReport run(String profile) {
        return house.profile("directory", profile).getFirst();
    }

    private List<String> staged() {
        return house.staged("directory").stream()
                .filter(object -> object.hologram().imported() != null)
                .map(object -> object.hologram().imported().dn())
                .sorted()
                .toList();
    }

    private void twoEach() {
        house.account("a", "ann", "1", "Ames");
        house.account("b", "bob", "2", "Bell");
        house.account("c", "cyd", "3", "Cole", "External");
        house.account("d", "dan", "4", "Dorn", "External");
        assertEquals(StepResult.SUCCESS, house.run("directory", Kind.FULL_IMPORT).result());
    }

    @Test
    @DisplayName("2.6: a container that is selected since is in no delta of its partition; other partitions go on")
    void aNewlySelectedContainerAsksForAFullImportOfItsPartition() {
        twoEach();
        run("people");
        run("external");
        house.with(FILE, "base=\"ou=People,dc=test\"/>",
                "base=\"ou=People,dc=test\"><exclude container=\"ou=Old,ou=People,dc=test\"/></partition>");

        StepReport refused = run("people-delta");
        assertEquals(StepResult.FULL_IMPORT_REQUIRED, refused.result());
        assertTrue(refused.message().contains("partition 'people' is another"), refused.message());
        assertTrue(refused.message().contains("Run a full import of 'directory' of its partition 'people'."));
        assertEquals(StepResult.SUCCESS, run("external-delta").result());
        assertEquals(StepResult.SUCCESS, run("people").result());
        assertEquals(StepResult.SUCCESS, run("people-delta").result());
        assertEquals(StepResult.FULL_IMPORT_REQUIRED, house.run("directory", Kind.DELTA_IMPORT).result());
    }

    @Test
    @DisplayName("2.4: what a full import of one partition does not see is gone only if it lies in that partition")
    void aFullImportOfOnePartitionDeletesOnlyThere() {
        twoEach();
        house.directory().remove("account", new Anchor("b"));
        house.directory().remove("account", new Anchor("d"));
        assertEquals(StepResult.SUCCESS, run("people").result());
        assertEquals(
                List.of("uid=ann,ou=People,dc=test", "uid=cyd,ou=External,dc=test", "uid=dan,ou=External,dc=test"),
                staged());
        run("external");
        assertEquals(List.of("uid=ann,ou=People,dc=test", "uid=cyd,ou=External,dc=test"), staged());
    }

    @Test
    @DisplayName("2.4: who moved to another partition is neither lost nor doubled, whichever is read first")
    void whoMovedIsNeitherLostNorDoubled() {
        twoEach();
        house.run("directory", Kind.FULL_SYNC);
        house.account("a", "ann", "1", "Ames", "External");
        StepReport left = run("people");
        assertEquals(1, left.counters().of(Counter.STAGE_RENAME), left::message);
        assertEquals(0, left.counters().of(Counter.STAGE_DELETE));
        assertEquals(3, run("external").counters().of(Counter.STAGE_NO_CHANGE));

        house.account("c", "cyd", "3", "Cole", "People");
        StepReport arrived = run("people");
        assertEquals(1, arrived.counters().of(Counter.STAGE_RENAME), arrived::message);
        assertEquals(0, run("external").counters().of(Counter.STAGE_DELETE));
        assertEquals(4, staged().size());
        assertEquals(4, house.staged("directory").size());
    }

    @Test
    @DisplayName("2.4: where one object cannot be asked for, a move is a deletion until the other partition is read")
    void whereOneObjectCannotBeAskedForTheOtherPartitionTells() {
        house.with(FILE, "<setting name=\"names\"",
                "<setting name=\"read-one\" value=\"false\"/><setting name=\"names\"");
        twoEach();
        house.run("directory", Kind.FULL_SYNC);
        house.account("a", "ann", "1", "Ames", "External");
        assertEquals(1, run("people").counters().of(Counter.STAGE_DELETE));
        assertEquals(1, run("external").counters().of(Counter.STAGE_DELETE_ADD));
        assertEquals(4, house.staged("directory").size());
    }

    @Test
    @DisplayName("2.5: the read guard judges each partition by itself, whatever is read")
    void theReadGuardJudgesEachPartition() {
        for (int number = 1; number <= 200; number++) {
            house.account("p" + number, "p" + number, "" + number, "People");
        }
        for (int number = 1; number <= 8; number++) {
            house.account("e" + number, "e" + number, "9" + number, "Ext", "External");
        }
        house.run("directory", Kind.FULL_IMPORT);
        for (int number = 1; number <= 8; number++) {
            house.directory().remove("account", new Anchor("e" + number));
        }
        StepReport all = house.run("directory", Kind.FULL_IMPORT);
        assertEquals(StepResult.STOPPED_READ_GUARD, all.result());
        assertTrue(all.message().startsWith("Only 0 of 8 staged objects of type 'account' in partition 'external'"),
                all::message);
        assertEquals(StepResult.SUCCESS, run("people").result());
        assertEquals(StepResult.STOPPED_READ_GUARD, run("external").result());
        assertEquals(208, house.staged("directory").size());
    }

    @Test
    @DisplayName("2.5: what holds one partition holds the connector, until that partition is read well")
    void whatHoldsOnePartitionHoldsTheConnector() {
        twoEach();
        house.directory().faults().breakNextImportAfter(1);
        assertEquals(StepResult.STOPPED_CONNECTIVITY, run("external").result());
        assertEquals(StepResult.SUCCESS, run("people").result());
        assertEquals(StepResult.NO_START_HELD, house.run("directory", Kind.DELTA_SYNC).result());
        assertEquals(StepResult.SUCCESS, run("external").result());
        assertEquals(StepResult.SUCCESS, house.run("directory", Kind.DELTA_SYNC).result());
    }

    @Test
    @DisplayName("2.5: a full import of everything, or a person, releases partitions too")
    void everythingReleasesPartitions() {
        twoEach();
        house.directory().faults().breakNextImportAfter(1);
        run("external");
        assertTrue(new ImportApproval(house.store(), house.clock())
                .approve(house.ruleset().connectors().get("directory"), "ann").isPresent());
        assertEquals(StepResult.SUCCESS, house.run("directory", Kind.DELTA_SYNC).result());

        house.directory().faults().breakNextImportAfter(1);
        run("external");
        assertEquals(StepResult.NO_START_HELD, house.run("directory", Kind.DELTA_SYNC).result());
        house.run("directory", Kind.FULL_IMPORT);
        assertEquals(StepResult.SUCCESS, house.run("directory", Kind.DELTA_SYNC).result());
    }

    @Test
    @DisplayName("2.4: a deletion that we sent is confirmed by a full import of the partition in which the account was")
    void aDeletionIsConfirmedByItsPartition() {
        house.employ("1", "Ann", "Ames");
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_SYNC);
        house.run("directory", Kind.EXPORT);
        run("people");
        house.run("directory", Kind.DELTA_SYNC);
        house.dismiss("1");
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
        house.run("directory", Kind.EXPORT);
        assertEquals(List.of(), house.directory().objects("account"));

        run("external");
        assertEquals(1, house.staged("directory").size(), "it was not there");
        run("people");
        assertEquals(List.of(), house.staged("directory"));
    }

    @Test
    @DisplayName("2.6: each partition has its own watermark")
    void eachPartitionHasItsOwnWatermark() {
        run("people");
        assertEquals(StepResult.FULL_IMPORT_REQUIRED, run("external-delta").result());
        run("external");
        String people = house.store().watermarks().of("directory", "people").watermark();
        house.account("a", "ann", "1", "Ames");
        house.account("c", "cyd", "3", "Cole", "External");
        assertEquals(1, run("external-delta").counters().of(Counter.STAGE_ADD));
        assertEquals(List.of("uid=cyd,ou=External,dc=test"), staged());
        assertEquals(people, house.store().watermarks().of("directory", "people").watermark());
        run("people-delta");
        assertEquals(2, staged().size());
        assertNotEquals(people, house.store().watermarks().of("directory", "people").watermark());
    }

    @Test
    @DisplayName("2.6: a delta of one partition does not take who left it for deleted")
    void aDeltaDoesNotTakeWhoLeftForDeleted() {
        run("people");
        run("external");
        house.account("a", "ann", "1", "Ames");
        run("people-delta");
        house.account("a", "ann", "1", "Ames", "External");
        assertEquals(0, run("people-delta").counters().of(Counter.STAGE_DELETE));
        run("external-delta");
        assertEquals(List.of("uid=ann,ou=External,dc=test"), staged());
    }

    @Test
    @DisplayName("3.6: a connector has been read when all its partitions were")
    void aConnectorWasReadWhenAllItsPartitionsWere() {
        var definition = house.ruleset().connectors().get("directory");
        run("people");
        assertFalse(house.store().watermarks().of(definition).wasRead());
        run("external");
        assertTrue(house.store().watermarks().of(definition).wasRead());
    }

    @Test
    @DisplayName("2.4: a container that is deselected loses its objects by the next full import, within the guards")
    void aDeselectedContainerGoesWithinTheGuards() {
        for (int number = 1; number <= 20; number++) {
            house.account("p" + number, "p" + number, "" + number, "Lee", number <= 8 ? "Old,ou=People" : "People");
        }
        house.run("directory", Kind.FULL_IMPORT);
        assertEquals(20, staged().size());
        house.with(FILE, "base=\"ou=People,dc=test\"/>",
                "base=\"ou=People,dc=test\"><exclude container=\"ou=Old,ou=People,dc=test\"/></partition>");
        StepReport held = run("people");
        assertEquals(StepResult.STOPPED_READ_GUARD, held.result(), held::message);
        assertEquals(20, staged().size());
        new ImportApproval(house.store(), house.clock()).approve(house.ruleset().connectors().get("directory"), "ann");
        assertEquals(StepResult.SUCCESS, run("people").result());
        assertEquals(12, staged().size());
        assertEquals(20, house.directory().objects("account").size());
    }

    @Test
    @DisplayName("4: nothing is written where nothing is read; the account says so and the others are sent")
    void nothingIsWrittenWhereNothingIsRead() {
        house.with(FILE, "base=\"ou=People,dc=test\"/>",
                "base=\"ou=People,dc=test\"><exclude container=\"ou=People,dc=test\"/></partition>");
        house.employ("1", "Ann", "Ames");
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_SYNC);
        StepReport export = house.run("directory", Kind.EXPORT);
        assertEquals(StepResult.COMPLETED_EXPORT_ERRORS, export.result());
        assertTrue(export.errors().getFirst().message().contains("lies in no partition and selected container"),
                () -> export.errors().toString());
        assertEquals(List.of(), house.accounts());
        ConnectorSpaceObject draft = house.staged("directory").getFirst();
        assertEquals(Delta.Kind.ADD, draft.hologram().pendingExport().kind());
    }

    @Test
    @DisplayName("5: an audit file of one partition is resumed for that partition only")
    void anAuditFileOfOnePartition() {
        twoEach();
        house.with(FILE, "<full-import partition=\"people\"/>",
                "<full-import partition=\"people\" drop-file=\".syncline/audit/people.xml\"/>");
        assertEquals(StepResult.SUCCESS, run("people").result());
        house.with(FILE, "<full-import partition=\"people\" drop-file",
                "<full-import partition=\"external\" resume-file");
        StepReport other = run("people");
        assertEquals(StepResult.NO_START_CONNECTION, other.result());
        assertTrue(other.message().contains("is of the partition 'people', and the step of the partition 'external'"),
                other::message);
        house.with(FILE, "<full-import partition=\"external\" resume-file",
                "<full-import partition=\"people\" resume-file");
        StepReport same = run("people");
        assertEquals(StepResult.SUCCESS, same.result(), same::message);
        assertEquals(4, staged().size());
    }

    @Test
    @DisplayName("5: the step of a killed process holds the partition it read")
    void theStepOfAKilledProcessHoldsItsPartition() {
        twoEach();
        house.wait(Duration.ofSeconds(1));
        house.store().runHistory().begin("directory", "full-import of external", "p", 1, house.clock().instant());
        house.engine().endDeadSteps();
        assertNotNull(house.store().watermarks().of("directory", "external").held());
        assertNull(house.state("directory").held());
        assertEquals(StepResult.NO_START_HELD, house.run("directory", Kind.DELTA_SYNC).result());
    }

    @Test
    @DisplayName("5: partitions of a system that has none are told before anything runs")
    void partitionsOfASystemThatHasNoneAreTold() {
        house.with("connectors/hr.xml", "<object-type", "<partition name=\"all\" base=\"dc=hr\"/><object-type");
        house.employ("1", "Ann", "Ames");
        StepReport report = house.run("hr", Kind.FULL_IMPORT);
        assertEquals(StepResult.NO_START_CONNECTION, report.result());
        assertTrue(report.message().contains("'hr' has no partitions"), report::message);
    }
}
