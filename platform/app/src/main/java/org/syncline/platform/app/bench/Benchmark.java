package org.syncline.platform.app.bench;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.syncline.connectors.ldap.bench.BareDirectory;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.platform.app.company.Company;
import org.syncline.platform.app.wiring.SynclineContext;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;

/** Takes made-up people along the straight line, once with everything new, once with nothing new, once with a little. */
public final class Benchmark {
    private final int people;
    private final Target target;
    private final Consumer<Phase> phases;
    private long objects;

    /** @param phases gets each phase when it was measured */
    public Benchmark(int people, Target target, Consumer<Phase> phases) {
        this.people = people;
        this.target = target;
        this.phases = phases;
    }

    /** @throws IllegalStateException if a step did not succeed: there is no use in measuring failures */
    public void run() throws IOException, InterruptedException {
        Company company = Company.of(people);
        objects = people + company.departments();
        try (BenchFolder folder = BenchFolder.create(company, target)) {
            prepare();
            Floor floor = FloorProcess.run(folder.employees(), target);
            try (Workspace workspace = Workspace.openToRun(
                    folder.folder(), environment(), Clock.systemUTC(), SynclineContext.open())) {
                initialLoad(workspace, floor);
                again(workspace, floor);
                folder.write(company.later());
                phase("delta-cycle", people / 100, null, () -> run(workspace, workspace.engine().cycle()));
            } finally {
                cleanUp();
            }
        }
    }

    private void initialLoad(Workspace workspace, Floor floor) {
        phase("start", 0, null, () -> run(workspace, "directory", Kind.FULL_IMPORT));
        phase("full-import", objects, floor.read(), () -> run(workspace, "hr", Kind.FULL_IMPORT));
        phase("synchronization", objects, null, () -> run(workspace, "hr", Kind.FULL_SYNC));
        phase("export", objects, floor.write(), () -> run(workspace, "directory", Kind.EXPORT));
        phase("confirming-import", objects, floor.readBack(), () -> {
            run(workspace, "directory", Kind.FULL_IMPORT);
            run(workspace, "directory", Kind.FULL_SYNC);
        });
    }

    private void again(Workspace workspace, Floor floor) {
        phase("no-change-import", objects, floor.read(), () -> run(workspace, "hr", Kind.FULL_IMPORT));
        phase("no-change-cycle", 2 * objects, floor.read() + floor.readBack(),
                () -> run(workspace, workspace.engine().cycle()));
    }

    private void phase(String name, long handled, Double floorSeconds, Runnable work) {
        phases.accept(new Phase(name, handled, Measurement.of(work), floorSeconds));
    }

    private static void run(Workspace workspace, String connector, Kind kind) {
        run(workspace, new NextSteps() {
            @Override
            public List<StepRequest> first() {
                return List.of(new StepRequest(connector, Step.of(kind), null));
            }

            @Override
            public List<StepRequest> after(StepReport report) {
                return List.of();
            }
        });
    }

    private static void run(Workspace workspace, NextSteps steps) {
        workspace.run(steps, runner -> runner, Benchmark::insistOnSuccess);
    }

    private static void insistOnSuccess(StepReport report) {
        if (!report.result().isCompleted() || !report.errors().isEmpty()) {
            throw new IllegalStateException(report.request() + " ended with " + report.result().text() + ": "
                    + (report.errors().isEmpty() ? report.message() : report.errors().getFirst().message()));
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SYNCLINE_PARAMETER_BASE", target.base());
        if (target instanceof Target.Server server) {
            environment.put("SYNCLINE_SECRET_BENCH", server.password());
        }
        return environment;
    }

    private void prepare() {
        if (target instanceof Target.Server) {
            try (BareDirectory directory = target.open()) {
                directory.deleteTree(target.base());
                Target.prepare(directory, target.base());
            }
        }
    }

    private void cleanUp() {
        if (target instanceof Target.Server) {
            try (BareDirectory directory = target.open()) {
                directory.deleteTree(target.base());
            }
        }
    }
}
