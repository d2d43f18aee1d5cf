package org.syncline.platform.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.syncline.connectors.ldap.bench.BareDirectory;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.dsl.xml.Problem;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;
import org.syncline.platform.app.company.Company;
import org.syncline.platform.app.wiring.SynclineContext;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.ruletest.RuleTestCheck;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;

/** A configuration folder at work for one measurement: a company in a file, a directory to fill, and what each phase cost. */
final class Stage implements AutoCloseable {
    private final Target target;
    private final BenchFolder folder;
    private final Consumer<Phase> phases;
    private Workspace workspace;
    private RulesetReader reader;

    private Stage(Target target, BenchFolder folder, Consumer<Phase> phases) {
        this.target = target;
        this.folder = folder;
        this.phases = phases;
    }

    /** @param phases gets each phase when it was measured */
    static Stage open(Company company, Target target, Consumer<Phase> phases) throws IOException {
        Stage stage = new Stage(target, BenchFolder.create(company, target), phases);
        stage.prepare();
        stage.openWorkspace();
        return stage;
    }

    private void openWorkspace() {
        workspace = Workspace.openToRun(folder.folder(), environment(), Clock.systemUTC(), SynclineContext.open());
    }

    private Map<String, String> environment() {
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

    /** Lets there be so many files in the folder, with so many rule tests. */
    void addFiles(int files, int tests) throws IOException {
        folder.addFiles(files, tests);
        reader = new RulesetReader(environment());
        reader.read(folder.folder());
    }

    /** Reads all files of the folder as if for the first time. */
    void measureReading(String name, long files) {
        RulesetReader fresh = new RulesetReader(environment());
        measure(name, files, () -> ready(fresh));
    }

    /** Reads the folder after one file of rules was saved, as a program does that has read it before. */
    void measureReload(String name, long files, String word) throws IOException {
        folder.writeFlows(0, word);
        measure(name, files, () -> ready(reader));
    }

    /** Runs the rule tests of the folder. */
    void measureTests(String name, long tests) {
        RuleTestCheck check = new RuleTestCheck(folder.folder(), Clock.systemUTC(), 2);
        Ruleset ruleset = ready(reader);
        measure(name, tests, () -> {
            List<Problem> problems = check.problems(ruleset);
            if (!problems.isEmpty()) {
                throw new IllegalStateException(problems.toString());
            }
        });
    }

    private Ruleset ready(RulesetReader some) {
        return switch (some.read(folder.folder())) {
            case ReadResult.Ready ready -> ready.ruleset();
            case ReadResult.Refused refused -> throw new IllegalStateException(refused.problems().toString());
        };
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

    /** What the libraries alone take for the same. */
    Floor floor() throws IOException, InterruptedException {
        return FloorProcess.run(folder.employees(), target);
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
        measure(name, objects, null, null, work);
    }

    /** @param values how many are sent */
    void measureSending(String name, long objects, long values, Runnable work) {
        measure(name, objects, values, null, work);
    }

    /** @param floorSeconds what the libraries alone take for the same */
    void measureBesideFloor(String name, long objects, double floorSeconds, Runnable work) {
        measure(name, objects, null, floorSeconds, work);
    }

    private void measure(String name, long objects, Long values, Double floorSeconds, Runnable work) {
        StoreStatistics before = workspace.store().statistics();
        Measurement measured = Measurement.of(work);
        StoreStatistics done = workspace.store().statistics().since(before);
        phases.accept(new Phase(name, objects, measured, done, values, floorSeconds));
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
        try (folder) {
            workspace.close();
            if (target instanceof Target.Server) {
                try (BareDirectory directory = target.open()) {
                    directory.deleteTree(target.base());
                }
            }
        }
    }
}
