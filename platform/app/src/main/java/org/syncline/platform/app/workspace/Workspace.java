package org.syncline.platform.app.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.app.wiring.OrderlyEnd;
import org.syncline.platform.app.wiring.SynclineContext;
import org.syncline.platform.engine.Engine;
import org.syncline.platform.engine.connection.EnvironmentSecrets;
import org.syncline.platform.engine.operations.Explaining;
import org.syncline.platform.engine.operations.Finding;
import org.syncline.platform.engine.operations.Joiner;
import org.syncline.platform.engine.operations.Previewing;
import org.syncline.platform.engine.operations.Retrying;
import org.syncline.platform.engine.operations.Reviewing;
import org.syncline.platform.engine.operations.Showing;
import org.syncline.platform.engine.operations.StepHistory;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRunner;

/** An open configuration folder: its rules, and its store. Runs one thing at a time. */
public final class Workspace implements AutoCloseable {
    private final Configuration configuration;
    private final Store store;
    private final PinnedRules rules;
    private final Clock clock;
    private final SynclineContext flows;
    private final OrderlyEnd end;

    private Workspace(Configuration configuration, Store store, Clock clock, SynclineContext flows, OrderlyEnd end) {
        this.configuration = configuration;
        this.store = store;
        this.clock = clock;
        this.flows = flows;
        this.end = end;
        this.rules = new PinnedRules(
                configuration.ruleset(),
                store.runHistory().rulesetVersion(configuration.ruleset().contentHash(), clock.instant()));
    }

    /**
     * Opens a folder to look at what is there.
     *
     * @throws RefusedConfiguration if there are problems in it
     * @throws org.syncline.platform.engine.port.StoreException if the store cannot be opened
     */
    public static Workspace open(Path folder, Map<String, String> environment, Clock clock) {
        return open(folder, environment, clock, null, null);
    }

    /**
     * Opens a folder to {@link #run} something, after noting the end of steps whose process died. A process that is told to end finishes its pages at hand and closes the folder first.
     *
     * @param flows start while the files of the folder are read; closed with the workspace, or if it cannot be opened
     */
    public static Workspace openToRun(
            Path folder, Map<String, String> environment, Clock clock, SynclineContext flows) {
        OrderlyEnd end = new OrderlyEnd(flows::stop);
        try {
            Workspace workspace = open(folder, environment, clock, flows, end);
            workspace.engine().endDeadSteps();
            return workspace;
        } catch (RuntimeException failure) {
            end.close();
            flows.close();
            throw failure;
        }
    }

    private static Workspace open(
            Path folder, Map<String, String> environment, Clock clock, SynclineContext flows, OrderlyEnd end) {
        Configuration configuration = Configuration.read(folder, environment, clock);
        Store store = new Stores(folder, new EnvironmentSecrets(environment))
                .open(configuration.ruleset().store(), TypeSource.of(configuration::ruleset));
        try {
            return new Workspace(configuration, store, clock, flows, end);
        } catch (RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    public Ruleset ruleset() {
        return configuration.ruleset();
    }

    public Store store() {
        return store;
    }

    public Engine engine() {
        return new Engine(store, configuration.connectors(), rules, clock, configuration.threads());
    }

    public Showing showing() {
        return new Showing(store, clock, ruleset().zone());
    }

    public Retrying retrying() {
        return new Retrying(store);
    }

    public Reviewing reviewing() {
        return new Reviewing(store, clock);
    }

    public Explaining explaining() {
        return new Explaining(store, rules, clock);
    }

    public Finding finding() {
        return new Finding(store, configuration.ruleset());
    }

    /** @param who does what is done, for the audit */
    public Joiner joiner(String who) {
        return new Joiner(store, rules, clock, who);
    }

    public StepHistory history() {
        return new StepHistory(store.runHistory());
    }

    public Previewing previewing() {
        return new Previewing(store, rules, clock);
    }

    /**
     * Runs steps, and what follows them, until nothing is left to do; then removes history that is old enough.
     *
     * @param watched what stands between the flows and the engine, such as a progress display
     * @param reports gets each report as its step ends
     */
    public void run(NextSteps steps, UnaryOperator<StepRunner> watched, Consumer<StepReport> reports) {
        flows.pipeline().run(watched.apply(engine()), steps, reports);
        engine().forgetOldHistory();
    }

    @Override
    public void close() {
        try (end; store; flows) {
            // The flows end before the store they write to, and the process after both.
        }
    }
}
