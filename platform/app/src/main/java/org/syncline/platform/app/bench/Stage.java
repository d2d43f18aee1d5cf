package org.syncline.platform.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.syncline.connectors.ldap.bench.BareDirectory;
import org.syncline.dsl.reload.RulesetWatcher;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;
import org.syncline.platform.app.company.Company;
import org.syncline.platform.app.wiring.SynclineContext;
import org.syncline.platform.app.workspace.Reload;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;

/** A configuration folder at work for one measurement: a company in a file, a directory to fill, and what each phase cost. */
final class Stage implements AutoCloseable {
    private final Target target;
    private final BenchFolder folder;
    private final Map<String, String> environment;
    private final Consumer<Phase> phases;
    private final RequestCount requests;
    private Workspace workspace;

    private Stage(Target target, BenchFolder folder, Map<String, String> environment, Consumer<Phase> phases) {
        this.target = target;
        this.folder = folder;
        this.environment = environment;
        this.phases = phases;
        this.requests = RequestCount.of(target);
    }

    /** @param phases gets each phase when it was measured */
    static Stage open(Company company, Target target, Consumer<Phase> phases) throws IOException {
        Stage stage = new Stage(target, BenchFolder.create(company, target), environment(target), phases);
        stage.prepare();
        stage.openWorkspace();
        return stage;
    }

    /** Takes over a folder of somebody else's. */
    static Stage open(BenchFolder folder, Map<String, String> environment, Consumer<Phase> phases) {
        Stage stage = new Stage(new Target.Embedded(), folder, environment, phases);
        stage.openWorkspace();
        return stage;
    }

    private void openWorkspace() {
        workspace = Workspace.openToRun(folder.folder(), environment, Clock.systemUTC(), SynclineContext.open());
    }

    private static Map<String, String> environment(Target target) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SYNCLINE_PARAMETER_BASE", target.base());
        if (target instanceof Target.Server server) {
            environment.put("SYNCLINE_SECRET_BENCH", server.password());
        }
        return environment;
    }

    /** Evaluates what replacing a text in a file of the folder would do. */
    void measureWhatIf(String name, long objects, String file, String text, String replacement) throws IOException {
        Path changed = folder.changed(file, text, replacement);
        measure(name, objects, () -> workspace.whatIf(changed, 3));
    }

    /** Lets there be so many more systems, with so many XML files in all, and reads the folder anew. */
    ManySystems addSystems(int systems, int xmlFiles) throws IOException {
        workspace.close();
        ManySystems added = ManySystems.of(folder.folder(), systems, xmlFiles, BenchFolder.files());
        added.write();
        openWorkspace();
        return added;
    }

    /** Reads all files of the folder as if for the first time. */
    void measureReading(String name) {
        measureCounting(name, () -> switch (new RulesetReader(environment).read(folder.folder())) {
            case ReadResult.Ready ready -> {
                ready.ruleset().extension().close();
                yield ready.renewed().size();
            }
            case ReadResult.Refused refused -> throw new IllegalStateException(refused.problems().toString());
        });
    }

    /** Makes rules current as they are saved, until it is closed. */
    RulesetWatcher watchRules(Consumer<Reload> listener) {
        return workspace.watchRules(listener);
    }

    /** Lets so many more attributes of everybody flow in, and reads the folder anew. */
    void addFlows(int flows) throws IOException {
        workspace.close();
        folder.addFlows(flows);
        openWorkspace();
    }

    /** Replaces a text in a file of the folder, and reads the folder anew. */
    void changeRule(String file, String text, String replacement) throws IOException {
        workspace.close();
        folder.replace(file, text, replacement);
        openWorkspace();
    }

    /** What the libraries alone take for the same, measured now. */
    Floor floor() throws IOException {
        try (FloorProcess floors = FloorProcess.start(target)) {
            return floor(floors);
        }
    }

    /** What the libraries alone take for the same, measured by a process that measured others before. */
    Floor floor(FloorProcess floors) throws IOException {
        return floors.measure(folder.employees());
    }

    /** Forgets everything but the configuration. */
    void forget() throws IOException {
        workspace.close();
        folder.forget();
        openWorkspace();
    }

    /** Writes the HR file anew. */
    void write(Company company) throws IOException {
        folder.write(company);
    }

    /** Takes a company all the way, unmeasured but for the whole. */
    void fill(long objects) {
        measure("fill", objects, () -> {
            run("directory", Kind.FULL_IMPORT);
            run("hr", Kind.FULL_IMPORT);
            run("hr", Kind.FULL_SYNC);
            run("directory", Kind.EXPORT);
            confirm();
        });
    }

    /** Reads the directory and synchronizes what it reports. */
    void confirm() {
        run("directory", Kind.FULL_IMPORT);
        run("directory", Kind.DELTA_SYNC);
    }

    void measure(String name, long objects, Runnable work) {
        measure(name, counting(objects, work), null, null);
    }

    /** @param work says how many objects it handled */
    void measureCounting(String name, LongSupplier work) {
        measure(name, work, null, null);
    }

    /**
     * @param values how many are sent
     * @param floorSeconds what the libraries alone take for the same; null where nobody measured that
     */
    void measureSending(String name, long objects, long values, Double floorSeconds, Runnable work) {
        measure(name, counting(objects, work), values, floorSeconds);
    }

    /**
     * @param floorSeconds what the libraries alone take for the same; null where nobody measured that
     * @return seconds it took
     */
    double measureBesideFloor(String name, long objects, Double floorSeconds, Runnable work) {
        return measure(name, counting(objects, work), null, floorSeconds);
    }

    /**
     * Tells of a phase that was measured in several parts, without the work of the store.
     *
     * @param floorSeconds what the same takes with nothing beside it; null where there was nothing
     */
    void tell(String name, long objects, Measurement measured, Double floorSeconds) {
        StoreStatistics present = workspace.store().statistics();
        phases.accept(new Phase(name, objects, measured, present.since(present), null, null, floorSeconds));
    }

    private static LongSupplier counting(long objects, Runnable work) {
        return () -> {
            work.run();
            return objects;
        };
    }

    private double measure(String name, LongSupplier work, Long values, Double floorSeconds) {
        StoreStatistics before = workspace.store().statistics();
        Long requestsBefore = requests.soFar();
        AtomicLong objects = new AtomicLong();
        Measurement measured = Measurement.of(() -> objects.set(work.getAsLong()));
        StoreStatistics done = workspace.store().statistics().since(before);
        phases.accept(
                new Phase(name, objects.get(), measured, done, values, requests.since(requestsBefore), floorSeconds));
        return measured.seconds();
    }

    void run(String connector, Kind kind) {
        run(new NextSteps() {
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

    void runCycle() {
        run(workspace.engine().cycle());
    }

    private void run(NextSteps steps) {
        workspace.run(steps, runner -> runner, Stage::insistOnSuccess);
    }

    private static void insistOnSuccess(StepReport report) {
        if (!report.result().isCompleted() || !report.errors().isEmpty()) {
            throw new IllegalStateException(report.request() + " ended with " + report.result().text() + ": "
                    + (report.errors().isEmpty() ? report.message() : report.errors().getFirst().message()));
        }
    }

    /** How many values the pending exports of the directory add and take away. */
    long pendingValues() {
        ConnectorDefinition directory = workspace.ruleset().connectors().get("directory");
        return new PendingValues(workspace.store().connectorSpace(), directory).count();
    }

    private void prepare() {
        if (target instanceof Target.Server) {
            try (BareDirectory directory = target.open()) {
                directory.deleteTree(target.base());
                Target.prepare(directory, target.base());
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (folder; requests) {
            workspace.close();
            if (target instanceof Target.Server) {
                try (BareDirectory directory = target.open()) {
                    directory.deleteTree(target.base());
                }
            }
        }
    }
}
