package org.syncline.platform.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.Watermark;
import org.syncline.dsl.ruleset.AuditFile;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Guards;
import org.syncline.dsl.ruleset.RunProfile;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.StepOptions;
import org.syncline.platform.engine.auditfile.AuditFiles;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.connection.FullImports;
import org.syncline.platform.engine.export.ExportStep;
import org.syncline.platform.engine.export.GoodRuns;
import org.syncline.platform.engine.export.Waiting;
import org.syncline.platform.engine.page.Failures;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ImportHold;
import org.syncline.platform.engine.port.RunHistory.StepRecord;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.Watermarks.ImportState;
import org.syncline.platform.engine.run.ErrorLimit;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.PagedStep;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.platform.engine.run.StepRunner;
import org.syncline.platform.engine.run.WatchedStep;
import org.syncline.platform.engine.staging.ImportStep;
import org.syncline.platform.engine.staging.SingleReads;
import org.syncline.platform.engine.synchronization.SynchronizationStep;
import org.syncline.platform.engine.synchronization.Trace;

/** Runs steps: opens what they need, drives their pages, keeps their history. */
public final class Engine implements StepRunner {
    private final Store store;
    private final Connectors connectors;
    private final PinnedRules rules;
    private final ObjectKeys keys;
    private final Clock clock;
    private final Waiting waiting;
    private final Trace trace;
    private final int threads;

    /** Evaluates rules in as many threads as there are processors. */
    public Engine(Store store, Connectors connectors, PinnedRules rules, Clock clock) {
        this(store, connectors, rules, clock, Runtime.getRuntime().availableProcessors());
    }

    /** @param threads how many evaluate the rules of a page; the result is the same for any number */
    public Engine(Store store, Connectors connectors, PinnedRules rules, Clock clock, int threads) {
        this(store, connectors, rules, clock, Waiting.real(), threads);
    }

    /**
     * @param waiting how exports wait for a system that is busy
     * @param threads how many evaluate the rules of a page; the result is the same for any number
     */
    public Engine(
            Store store, Connectors connectors, PinnedRules rules, Clock clock, Waiting waiting, int threads) {
        this(store, connectors, rules, clock, waiting, Trace.off(), threads);
    }

    private Engine(
            Store store, Connectors connectors, PinnedRules rules, Clock clock, Waiting waiting, Trace trace,
            int threads) {
        this.waiting = waiting;
        this.trace = trace;
        this.threads = threads;
        this.store = store;
        this.connectors = connectors.in(rules.ruleset().zone());
        this.rules = rules;
        this.keys = rules.prepared(ObjectKeys.class, ObjectKeys::new);
        this.clock = clock;
    }

    /** The same, which notes in a trace what its synchronizations decide, and evaluates rules in one thread. */
    public Engine tracedBy(Trace notes) {
        return new Engine(store, connectors, rules, clock, waiting, notes, 1);
    }

    @Override
    public StepReport run(StepRequest request, PageLoop pages) {
        Instant began = clock.instant();
        StepRecording recording = StepRecording.begin(store, request, rules.version(), began);
        StepEnd end = perform(request, pages, recording);
        Instant ended = clock.instant();
        store.inTransaction(() -> {
            recording.end(end, ended);
            if (!request.step().options().uses(AuditFile.Use.DROP_AND_STOP)) {
                noteGoodRun(request, end.result(), ended);
            }
            noteSynchronized(request, end.result());
        });
        return new StepReport(
                request, end.result(), recording.counters(), end.message(), end.errors(),
                Duration.between(began, ended));
    }

    private void noteGoodRun(StepRequest request, StepResult result, Instant now) {
        ConnectorDefinition connector = rules.ruleset().connectors().get(request.connector());
        if (connector != null && !connector.readOnly()) {
            new GoodRuns(store).note(connector.name(), request.step().kind(), result, now);
        }
    }

    private StepEnd perform(StepRequest request, PageLoop pages, StepRecording recording) {
        try {
            StepRemarks remarks = new StepRemarks(rules.ruleset(), request, clock.instant());
            Optional<StepEnd> hindrance = hindrance(request).or(remarks::refusal);
            return hindrance.isPresent()
                    ? hindrance.get()
                    : remarks.added(
                            drive(open(request), request.step().options().errorLimit(), pages, recording),
                            recording.counters());
        } catch (RuntimeException failure) {
            return new StepEnd(Failures.result(failure), Failures.message(failure), List.of());
        }
    }

    private static <P, R> StepEnd drive(
            PagedStep<P, R> step, int errorLimit, PageLoop pages, StepRecording recording) {
        recording.of(step.counters());
        ErrorLimit limit = new ErrorLimit(errorLimit);
        return pages.run(new WatchedStep<>(step, () -> {
            recording.recorded();
            limit.check(step.counters());
        }));
    }

    /** What keeps a step from beginning. */
    private Optional<StepEnd> hindrance(StepRequest request) {
        String partition = request.step().options().partition();
        ImportState state = request.step().kind() == Kind.DELTA_IMPORT
                ? store.watermarks().of(request.connector(), partition)
                : joint(request.connector());
        return switch (request.step().kind()) {
            case DELTA_SYNC, FULL_SYNC -> state.isHeld()
                    ? Optional.of(new StepEnd(StepResult.NO_START_HELD, state.held(), List.of()))
                    : state.midway() ? Optional.of(midway(request.connector())) : stageOnly(request);
            case DELTA_IMPORT -> state.watermark() == null
                    ? Optional.of(fullImport(request, "There is no watermark to resume from."))
                    : new FullImports(connectors, store.watermarks()).of(definition(request), partition)
                            .map(change -> fullImport(request,
                                    "Something else is selected than when everything was last read: " + change
                                            + ". Changes alone would not bring what was there before."));
            case FULL_IMPORT, EXPORT -> Optional.empty();
        };
    }

    private static StepEnd fullImport(StepRequest request, String reason) {
        String partition = request.step().options().partition();
        return new StepEnd(
                StepResult.FULL_IMPORT_REQUIRED,
                reason + " Run a full import of '" + request.connector() + "'"
                        + (partition == null ? "." : " of its partition '" + partition + "'."),
                List.of());
    }

    private ImportState joint(String connector) {
        ConnectorDefinition definition = rules.ruleset().connectors().get(connector);
        return definition == null ? store.watermarks().of(connector) : store.watermarks().of(definition);
    }

    private static StepEnd midway(String connector) {
        return new StepEnd(
                StepResult.NO_START_HELD,
                "The last import of '" + connector + "' broke off: half of the truth could delete what the other half"
                        + " keeps. Import again; once an import ends well, this goes on.",
                List.of());
    }

    /** What was staged only waits for a run profile that somebody asked for. */
    private Optional<StepEnd> stageOnly(StepRequest request) {
        boolean waits = request.profile() == null && store.watermarks().holdOf(request.connector()).stageOnly();
        return waits
                ? Optional.of(new StepEnd(
                        StepResult.NO_START_HELD,
                        "The last import was staged only (stage-only). Run a profile of '" + request.connector()
                                + "' that synchronizes, or approve what was imported:\n  syncline approve-import "
                                + connectors.folder() + " --connector " + request.connector(),
                        List.of()))
                : Optional.empty();
    }

    private void noteSynchronized(StepRequest request, StepResult result) {
        boolean isSynchronization = request.step().kind() == Kind.FULL_SYNC
                || request.step().kind() == Kind.DELTA_SYNC;
        if (isSynchronization && request.profile() != null && result.isCompleted()) {
            ImportHold hold = store.watermarks().holdOf(request.connector());
            if (hold.stageOnly()) {
                store.watermarks().keep(request.connector(), hold.synchronizedByHand());
            }
        }
    }

    private PagedStep<?, ?> open(StepRequest request) {
        ConnectorDefinition definition = definition(request);
        int pageSize = request.step().pageSize();
        StepOptions options = request.step().options();
        return switch (request.step().kind()) {
            case FULL_IMPORT, DELTA_IMPORT -> importing(definition, request(request), options);
            case FULL_SYNC -> synchronizing(definition, true, pageSize);
            case DELTA_SYNC -> synchronizing(definition, false, pageSize);
            case EXPORT -> exporting(definition, pageSize, options);
        };
    }

    private ConnectorDefinition definition(StepRequest request) {
        ConnectorDefinition definition = rules.ruleset().connectors().get(request.connector());
        Guards guards = request.step().options().guards();
        return guards == null ? definition : definition.guardedBy(guards);
    }

    private ImportRequest request(StepRequest request) {
        String partition = request.step().options().partition();
        ImportState state = store.watermarks().of(request.connector(), partition);
        Optional<Watermark> since = request.step().kind() == Kind.DELTA_IMPORT
                ? Optional.of(new Watermark(state.watermark()))
                : Optional.empty();
        return new ImportRequest(since, request.step().pageSize(), Optional.ofNullable(partition),
                Optional.ofNullable(state.lastGoodFullImport()));
    }

    private PagedStep<?, ?> importing(ConnectorDefinition definition, ImportRequest request, StepOptions options) {
        Connector connector = reading(definition, options);
        try {
            if (options.uses(AuditFile.Use.DROP_AND_STOP)) {
                return auditFiles(definition, options).dropping(connector, request);
            }
            return new ImportStep(
                    new ImportStep.Source(
                            definition,
                            connector,
                            singleReads(definition, options),
                            connectors.capabilities(definition).contains(Capability.REFERENTIAL_INTEGRITY),
                            connectors.selection(definition)),
                    request,
                    rules.ruleset(),
                    keys,
                    store,
                    clock,
                    options,
                    connectors.folder().toString());
        } catch (RuntimeException failure) {
            connector.close();
            throw failure;
        }
    }

    private Connector reading(ConnectorDefinition definition, StepOptions options) {
        if (options.uses(AuditFile.Use.RESUME)) {
            return auditFiles(definition, options).resumed();
        }
        Connector connector = connectors.open(definition);
        return options.uses(AuditFile.Use.DROP_AND_CONTINUE)
                ? auditFiles(definition, options).dropped(connector)
                : connector;
    }

    private AuditFiles auditFiles(ConnectorDefinition definition, StepOptions options) {
        return new AuditFiles(connectors.folder(), definition, options, clock);
    }

    /** Who resumes an audit file asks no system. */
    private SingleReads singleReads(ConnectorDefinition definition, StepOptions options) {
        boolean possible = !options.uses(AuditFile.Use.RESUME)
                && connectors.capabilities(definition).contains(Capability.READ_ONE);
        return new SingleReads(possible, () -> connectors.open(definition));
    }

    private PagedStep<?, ?> synchronizing(ConnectorDefinition definition, boolean full, int pageSize) {
        return new SynchronizationStep(definition.name(), full, pageSize, rules, keys, store, clock, trace, threads);
    }

    private PagedStep<?, ?> exporting(ConnectorDefinition definition, int pageSize, StepOptions options) {
        Set<Capability> capabilities = connectors.capabilities(definition);
        if (definition.readOnly() || !capabilities.contains(Capability.EXPORT)) {
            throw new ConnectorException(
                    ConnectorException.Code.NOT_SUPPORTED,
                    "Connector '" + definition.name() + "' is read-only; nothing can be exported to it.");
        }
        if (options.auditFile() != null) {
            PagedStep<?, ?> dropped = auditFiles(definition, options).droppedExport(store);
            if (options.uses(AuditFile.Use.DROP_AND_STOP)) {
                return dropped;
            }
        }
        Connector connector = connectors.open(definition);
        try {
            return new ExportStep(
                    new ExportStep.Target(definition, connector, capabilities),
                    pageSize,
                    rules.ruleset(),
                    keys,
                    store,
                    clock,
                    waiting,
                    connectors.folder().toString());
        } catch (RuntimeException failure) {
            connector.close();
            throw failure;
        }
    }

    /**
     * Notes the end of steps whose process died, as {@link StepResult#STOPPED_SERVER}. To be called before anything runs in the store.
     *
     * @return those steps, as they were
     */
    public List<StepRecord> endDeadSteps() {
        return new DeadSteps(store).end(clock.instant());
    }

    /** Leaves of steps that did nothing, one like the other, only the first and the last in the history. */
    public void forgetQuietSteps() {
        new QuietSteps(store.runHistory()).forget();
    }

    /** Removes what the history has kept as long as it should. To be called at the end of a run. */
    public void forgetOldHistory() {
        new OldHistory(store, rules.ruleset().retention(), clock).forget();
    }

    /** The steps of a whole cycle: import, synchronize, export, confirm, until nothing is pending. */
    public CycleSteps cycle() {
        return cycle(() -> rules, connector -> true);
    }

    /**
     * The steps of a cycle.
     *
     * @param current the rules to go on with, asked for when no step of the cycle runs
     * @param imported which systems are imported at first; whatever is exported to, is imported to confirm it
     */
    public CycleSteps cycle(Supplier<PinnedRules> current, Predicate<String> imported) {
        return new CycleSteps(current, imported, store, connectors, clock);
    }

    /** The steps of one run profile. */
    public ProfileSteps profile(ConnectorDefinition connector, RunProfile profile) {
        return new ProfileSteps(connector.name(), profile);
    }
}
