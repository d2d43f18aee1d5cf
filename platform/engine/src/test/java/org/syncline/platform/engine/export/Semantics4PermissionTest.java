package org.syncline.platform.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.ConnectedObjectType.Allow;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.operations.Reviewing;
import org.syncline.platform.engine.operations.ShownExport;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;

/** Semantics 4.6: read-only connectors cannot export; an object type may allow less. */
class Semantics4PermissionTest {
    private final House house = new House();

    @BeforeEach
    void employ() {
        house.employ("1", "Ann", "Smith", null);
        house.employ("2", "Bob", "Jones", null);
        house.cycle();
    }

    @AfterEach
    void leave() {
        house.leave();
    }

    @Test
    @DisplayName("4.6 a read-only connector cannot export, whoever asks for it")
    void aReadOnlyConnectorCannotExport() {
        house.hr().resetCounts();

        StepReport report = house.run("hr", Kind.EXPORT);

        assertEquals(StepResult.NO_START_CONNECTION, report.result());
        assertEquals("Connector 'hr' is read-only; nothing can be exported to it.", report.message());
        assertEquals(0, house.hr().counts().operations());
        assertTrue(house.cycle().stream()
                .noneMatch(step -> step.request().step().kind() == Kind.EXPORT
                        && step.request().connector().equals("hr")));
    }

    @Test
    @DisplayName("4.6 allow=\"add update\": who is hired gets an account, who leaves keeps it")
    void addsWhereOnlyDeletionsAreForbidden() {
        house.allowing(new Allow(true, false));
        house.employ("3", "Eve", "New", null);
        house.dismiss("2");

        house.cycle();

        assertEquals(3, house.directory().objects("account").size());
        assertEquals(List.of(), house.store().runHistory().errors("directory"));
    }

    @Test
    @DisplayName("4.6 what was pending and is not allowed any more says so")
    void whatIsNotAllowedSaysSo() {
        house.dismiss("2");
        house.run("hr", Kind.DELTA_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
        house.allowing(Allow.UPDATE);
        List<ShownExport> shown = new ArrayList<>();

        new Reviewing(house.store(), house.clock()).pending(
                house.rules().ruleset().connectors().get("directory"), shown::add);

        assertEquals("never sent, the object type allows only \"update\"", shown.getFirst().state());
    }

    @Test
    @DisplayName("4.6 allow=\"update\": never add or delete, even what was pending before")
    void neverAddsOrDeletesWhereOnlyUpdatesAreAllowed() {
        house.employ("3", "Eve", "New", null);
        house.employ("1", "Ann", "Married", null);
        house.dismiss("2");
        house.run("hr", Kind.DELTA_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
        house.allowing(Allow.UPDATE);

        StepReport report = house.run("directory", Kind.EXPORT);

        assertEquals(1, report.counters().of(Counter.EXPORT_UPDATE));
        assertEquals(0, report.counters().of(Counter.EXPORT_ADD));
        assertEquals(0, report.counters().of(Counter.EXPORT_DELETE));
        assertEquals(2, house.directory().objects("account").size());
    }
}
