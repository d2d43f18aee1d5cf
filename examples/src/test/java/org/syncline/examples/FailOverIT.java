package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.app.report.RunSummary;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;

/** One of two directory servers dies in the midst of a cycle: the other takes over, by its own numbers, and nothing is lost or doubled. */
class FailOverIT {
    @TempDir
    private Path temporary;

    private final TwoDirectories servers = new TwoDirectories();
    private final Staff staff = new Staff(20_261_124, 600);
    private ConfigurationFolder folder;

    @BeforeEach
    void fill() {
        folder = ConfigurationFolder.copy(Path.of("src/test/resources/killed"), temporary.resolve("killed"));
        servers.replaceEmbeddedOf(folder);
        folder.write("employees.csv", staff.file());
        assertEquals(RunSummary.Outcome.CLEAN, cycle(step -> {}).outcome());
        servers.replicate();
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    private Cycle cycle(Consumer<StepReport> watching) {
        return Cycle.watched(folder, servers.environment(), watching);
    }

    private static boolean isDelta(StepReport step) {
        return step.request().connector().equals("directory") && step.request().step().kind() == Kind.DELTA_IMPORT;
    }

    private static List<StepReport> deltas(Cycle cycle) {
        return cycle.steps().stream().filter(FailOverIT::isDelta).toList();
    }

    private void assertAllIsWell() {
        new AccountsOfStaff(staff, servers.ofSecond("inetOrgPerson"), servers.ofSecond("groupOfNames"))
                .areAllAsTheyMustBe();
    }

    @Test
    void aServerThatDiesBetweenImportAndExportIsReplacedByTheOther() {
        staff.liveOn();
        folder.write("employees.csv", staff.file());

        Cycle takeover = cycle(step -> {
            if (isDelta(step)) {
                servers.killFirst();
            }
        });

        assertEquals(RunSummary.Outcome.CLEAN, takeover.outcome(), takeover::toString);
        List<StepReport> deltas = deltas(takeover);
        assertEquals(List.of(StepResult.SUCCESS, StepResult.FULL_IMPORT_REQUIRED, StepResult.SUCCESS), deltas.stream()
                .map(StepReport::result).toList(), takeover::toString);
        assertTrue(deltas.get(1).message().contains("which does not answer"), takeover::toString);
        assertTrue(takeover.ran("directory", Kind.FULL_IMPORT), takeover::toString);
        assertAllIsWell();

        staff.liveOn();
        folder.write("employees.csv", staff.file());
        Cycle next = cycle(step -> {});
        assertEquals(RunSummary.Outcome.CLEAN, next.outcome(), next::toString);
        deltas(next).forEach(delta -> assertEquals(StepResult.SUCCESS, delta.result(), next::toString));
        assertTrue(!next.ran("directory", Kind.FULL_IMPORT), next::toString);
        assertAllIsWell();
    }
}
