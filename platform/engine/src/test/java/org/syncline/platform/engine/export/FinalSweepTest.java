package org.syncline.platform.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.platform.engine.GroupHouse;
import org.syncline.platform.engine.WrittenHouse;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.PagedStep;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;

/** What an export had held back goes at its end; groups that must have a member come before the accounts of these. */
class FinalSweepTest {
    private static final int TEAMS = 3;

    @TempDir
    Path folder;

    private WrittenHouse house;

    @AfterEach
    void leave() {
        house.leave();
    }

    private void teamsAreToGetGroups() {
        house = GroupHouse.written(folder, false).withPagesOf(1).directory("directory", "", """
                <object-type name="group" anchor="entryUUID"><attribute name="entryUUID"/>
                  <attribute name="member" type="reference" multi-valued="true" required="true"/></object-type>
                <object-type name="account" anchor="entryUUID"><attribute name="entryUUID"/>
                  <attribute name="number"/></object-type>""");
        for (int number = 1; number <= TEAMS; number++) {
            house.put("hr", "employee", "" + number, "id=" + number, "status=current");
            house.put("hr", "team", "t" + number, "id=t" + number, "member=" + number);
        }
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
    }

    /** Stops, as a person does, when all pages but the late ones are done, and so many of those. */
    private static PageLoop stoppingAt(int late) {
        return new PageLoop() {
            @Override
            public <P, R> StepEnd run(PagedStep<P, R> step) {
                try (step) {
                    for (Optional<P> page = step.next(); page.isPresent(); page = step.next()) {
                        step.record(step.work(page.get()));
                    }
                    for (int page = 0; page < late; page++) {
                        step.record(step.work(step.nextLate().orElseThrow()));
                    }
                    throw new CancellationException("The run was stopped. Run again to go on.");
                } catch (CancellationException stop) {
                    return step.fail(stop);
                }
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    @DisplayName("5: an export that is stopped in its final sweep ends cleanly; the next sends the rest, and nothing twice")
    void anExportThatIsStoppedInItsFinalSweepSendsTheRest(int late) {
        teamsAreToGetGroups();

        StepReport stopped = house.engine()
                .run(new StepRequest("directory", new Step(Kind.EXPORT, 1), null), stoppingAt(late));

        assertEquals(StepResult.STOPPED_USER_TERMINATION, stopped.result());
        assertEquals(TEAMS + late, stopped.counters().of(Counter.EXPORT_ADD));
        assertEquals(Map.of(), house.store().runHistory().inFlight("directory"));
        assertEquals(TEAMS - late, house.waiting("directory").size(), "they are listed");

        StepReport resumed = house.run("directory", Kind.EXPORT);

        assertEquals(StepResult.SUCCESS, resumed.result());
        assertEquals(TEAMS - late, resumed.counters().of(Counter.EXPORT_ADD));
        assertEquals(TEAMS, house.held("directory", "group", "member").size());
        assertEquals(List.of(), house.waiting("directory"));
        assertEquals(0, house.cleanly("directory"));
    }
}
