package org.syncline.platform.app.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.syncline.dsl.reload.RulesetSource;
import org.syncline.dsl.reload.RulesetWatcher;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.platform.app.wiring.OrderlyEnd;
import org.syncline.platform.app.wiring.SynclineContext;
import org.syncline.platform.engine.Engine;
import org.syncline.platform.engine.connection.ChangeWatches;
import org.syncline.platform.engine.connection.EnvironmentSecrets;
import org.syncline.platform.engine.connection.FullImports;
import org.syncline.platform.engine.connection.FullImports.Needed;
import org.syncline.platform.engine.operations.Explaining;
import org.syncline.platform.engine.operations.Finding;
import org.syncline.platform.engine.operations.Joiner;
import org.syncline.platform.engine.operations.OperationRefused;
import org.syncline.platform.engine.operations.Previewing;
import org.syncline.platform.engine.operations.Retrying;
import org.syncline.platform.engine.operations.Reviewing;
import org.syncline.platform.engine.operations.RuleVersions;
import org.syncline.platform.engine.operations.Showing;
import org.syncline.platform.engine.operations.StepHistory;
import org.syncline.platform.engine.operations.WhatIf;
import org.syncline.platform.engine.port.RulesetVersions.KeptVersion;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRunner;
import org.syncline.platform.engine.whatif.WhatIfReport;
import org.syncline.platform.pipeline.Trigger;
import org.syncline.platform.pipeline.Triggers;
import org.syncline.platform.store.JdbcStore;

/** An open configuration folder: its rules, and its store. Runs one thing at a time. */
public final class Workspace implements AutoCloseable {
    /** How many objects are shown of each effect of a version that waits. */
    private static final int EXAMPLES = 1;

    private final Configuration configuration;
    private final Store store;
    private final RulesInUse rules;
    private final Clock clock;
    private final SynclineContext flows;
    private final OrderlyEnd end;
    private final Triggers triggers;
    private boolean approval;
    private OptionalLong waiting = OptionalLong.empty();
    private volatile Reloading reloading;

    private Workspace(
            Configuration configuration, Store store, RulesInUse rules, Clock clock, SynclineContext flows,
            OrderlyEnd end, Triggers triggers) {
        this.configuration = configuration;
        this.store = store;
        this.rules = rules;
        this.clock = clock;
        this.flows = flows;
        this.end = end;
        this.triggers = triggers;
    }

    /**
     * Opens a folder to look at what is there.
     *
     * @throws RefusedConfiguration if there are problems in it
     * @throws org.syncline.platform.engine.port.StoreException if the store cannot be opened
     */
    public static Workspace open(Path folder, Map<String, String> environment, Clock clock) {
        return open(folder, environment, clock, null, null, null);
    }

    /**
     * Opens a folder to {@link #run} something, after noting the end of steps whose process died. A process that is told to end finishes its pages at hand and closes the folder first.
     *
     * @param flows start while the files of the folder are read; closed with the workspace, or if it cannot be opened
     */
    public static Workspace openToRun(
            Path folder, Map<String, String> environment, Clock clock, SynclineContext flows) {
        Triggers triggers = new Triggers();
        OrderlyEnd end = new OrderlyEnd(() -> {
            triggers.stop();
            flows.stop();
        });
        try {
            Workspace workspace = open(folder, environment, clock, flows, end, triggers);
            workspace.engine().endDeadSteps();
            workspace.begin();
            return workspace;
        } catch (RuntimeException failure) {
            end.close();
            flows.close();
            throw failure;
        }
    }

    private static Workspace open(
            Path folder, Map<String, String> environment, Clock clock, SynclineContext flows, OrderlyEnd end,
            Triggers triggers) {
        Configuration configuration = Configuration.read(folder, environment, clock);
        AtomicReference<Ruleset> types = new AtomicReference<>(configuration.ruleset());
        Store store = new Stores(folder, new EnvironmentSecrets(environment))
                .open(configuration.ruleset().store(), TypeSource.of(types::get));
        try {
            RulesetSource source = new RulesetSource(configuration.ruleset(),
                    store.runHistory().rulesetVersion(configuration.ruleset().contentHash(), clock.instant()),
                    ruleset -> ruleset.extension().close());
            RulesInUse rules = new RulesInUse(source, types::set);
            return new Workspace(configuration, store, rules, clock, flows, end, triggers);
        } catch (RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    public Ruleset ruleset() {
        return rules.pinned().ruleset();
    }

    /** The version that the folder has, if it waits for an approval and the one before it runs. */
    public OptionalLong waiting() {
        return waiting;
    }

    public Store store() {
        return store;
    }

    public Engine engine() {
        return new Engine(store, configuration.connectors(), rules.pinned(), clock, configuration.threads());
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
        return new Explaining(store, rules.pinned(), clock);
    }

    public Finding finding() {
        return new Finding(store, ruleset());
    }

    public RuleVersions versions() {
        return new RuleVersions(configuration.folder(), store, clock, version -> {
            if (reloading != null) {
                reloading.approved(version);
            }
        });
    }

    /** Begins with the version that the folder has, or with the one before it where that demands an approval nobody has given. */
    private void begin() {
        Optional<KeptVersion> before = versions().current()
                .filter(version -> !version.contentHash().equals(ruleset().contentHash()));
        Optional<ReadResult.Ready> approved =
                before.flatMap(version -> configuration.read(versions().files(version.version())))
                        .filter(ReadResult.Ready::approval);
        if (approved.isEmpty()) {
            versions().take(ruleset().contentHash(), configuration.content(), Reloading.whoeverRunsThis());
        } else {
            waiting = OptionalLong.of(versions().keep(ruleset().contentHash(), configuration.content()));
            rules.source().swap(approved.get().ruleset(), before.get().version());
            rules.renewed();
        }
        approval = approved.isPresent() || configuration.approval();
    }

    /** @param who does what is done, for the audit */
    public Joiner joiner(String who) {
        return new Joiner(store, rules.pinned(), clock, who);
    }

    public StepHistory history() {
        return new StepHistory(store.runHistory());
    }

    public Previewing previewing() {
        return new Previewing(store, rules.pinned(), clock);
    }

    /**
     * What the rules of another folder would do to what is stored.
     *
     * @param changed a whole folder, or one with only the files that differ
     * @param examples of each effect, at most
     * @throws RefusedConfiguration if there are problems in the changed rules
     */
    public WhatIfReport whatIf(Path changed, int examples) {
        Ruleset next = configuration.changed(changed);
        try {
            return whatIf(next, examples);
        } finally {
            next.extension().close();
        }
    }

    /**
     * What the rules that the folder has would do in place of the version that was published last.
     *
     * @param examples of each effect, at most
     * @throws OperationRefused if there is no such version, or it is what the folder has
     */
    public WhatIfReport whatIf(int examples) {
        KeptVersion published = versions().current().orElseThrow(() -> new OperationRefused(
                "No version of the rules was published yet. Run them first:\n  syncline run "
                        + configuration.folder()));
        if (published.contentHash().equals(ruleset().contentHash())) {
            throw new OperationRefused("The rules of the folder are version " + published.version()
                    + ", which was published last. Give changed ones with --rules");
        }
        ReadResult.Ready present = configuration.read(versions().files(published.version()))
                .orElseThrow(() -> new OperationRefused("Version " + published.version()
                        + " cannot be read any more, so nothing can be compared with it"));
        rules.source().swap(present.ruleset(), published.version());
        rules.renewed();
        return whatIf(configuration.folder(), examples);
    }

    /** What other rules would do to what is stored. */
    WhatIfReport whatIf(Ruleset changed, int examples) {
        return new WhatIf(store, configuration.connectors(), clock, configuration.threads()).of(new WhatIf.Request(
                rules.pinned(), changed, examples, types -> JdbcStore.temporary(configuration.folder(), types)));
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

    /**
     * Runs cycles until the process is told to end or this thread is interrupted: of all systems from time to time, of those that tell of
     * a change at once. Takes rules as they are saved: steps that begin after it use them. Cycles without anything to do leave no trace
     * but that there were some.
     *
     * @param every how long after a cycle of all systems the next one begins, unless rules were saved
     * @param watched what stands between the flows and the engine, such as a progress display
     */
    public void follow(Duration every, UnaryOperator<StepRunner> watched, FollowListener listener) {
        StepRunner runner = watched.apply((request, pages) -> {
            triggers.stepBegins(request);
            return engine().run(request, pages);
        });
        Consumer<Reload> saved = reload -> {
            triggers.rulesSaved();
            listener.rulesSaved(reload);
        };
        try (RulesetWatcher watcher = watchRules(saved);
                ChangeWatches watches =
                        new ChangeWatches(configuration.connectors(), new ToldChanges(triggers, listener))) {
            Supplier<PinnedRules> current = () -> {
                PinnedRules renewed = rules.renewed();
                watches.follow(renewed.ruleset());
                return renewed;
            };
            for (Optional<Trigger> due = triggers.next(every); due.isPresent(); due = triggers.next(every)) {
                listener.cycleBegins(clock.instant(), due.get());
                flows.pipeline().run(runner, engine().cycle(current, due.get()::imports), listener::stepEnded);
                if (!Thread.currentThread().isInterrupted()) {
                    engine().forgetQuietSteps();
                    engine().forgetOldHistory();
                    reloading.untried().ifPresent(version -> tell(version, listener));
                }
            }
        }
    }

    /** What it would do is told while no step runs: so it is of one state of the store. */
    private void tell(long version, FollowListener listener) {
        configuration.read(versions().files(version)).ifPresent(ready -> {
            try {
                listener.rulesTried(version, whatIf(ready.ruleset(), EXAMPLES));
            } catch (OperationRefused nothingImportedYet) {
                // there is nothing that it could do anything to
            } finally {
                ready.ruleset().extension().close();
            }
        });
    }

    /** The full imports that are needed before delta imports go on, since other things are selected now. */
    public List<Needed> fullImports() {
        return selections().under(ruleset());
    }

    private FullImports selections() {
        return new FullImports(configuration.connectors(), store.watermarks());
    }

    /** Asks {@link #run} and {@link #follow} to end after the pages at hand. Does not wait for it. */
    public void stop() {
        triggers.stop();
        flows.stop();
    }

    /**
     * Makes rules current as they are saved, until it is closed.
     *
     * @param listener gets what became of them, in a thread of its own
     */
    public RulesetWatcher watchRules(Consumer<Reload> listener) {
        reloading = new Reloading(rules.source(), versions(), selections(), approval, listener);
        return RulesetWatcher.start(
                configuration.folder(),
                configuration.tested(rules.source(), clock).and(new SameStore(ruleset().store())), reloading);
    }

    @Override
    public void close() {
        try (end; store; rules; flows) {
            // The flows end before the store they write to, and the process after both.
        }
    }
}
