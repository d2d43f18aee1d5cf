package org.syncline.platform.engine.staging;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.Watermark;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.StepOptions;
import org.syncline.platform.engine.confirmation.Confirmation;
import org.syncline.platform.engine.connection.Selection;
import org.syncline.platform.engine.guard.SentLately;
import org.syncline.platform.engine.page.Departed;
import org.syncline.platform.engine.page.Failures;
import org.syncline.platform.engine.page.IsolatingWriter;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.ImportHold;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.Watermarks.ImportState;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.PagedStep;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepResult;

/** A full or delta import: reads pages from a connector, hashes them, stages what changed. */
public final class ImportStep implements PagedStep<ImportPage, HashedPage> {
    private final ConnectorDefinition definition;
    private final Source source;
    private final Store store;
    private final Clock clock;
    private final StagingTools tools;
    private final StepOptions options;
    private final ImportGuarding guarding;
    private final String partition;
    private final ZoneId zone;
    private final Stager stager;
    private final boolean full;
    private final ImportPages pages;
    private final Counters counters = new Counters();
    private final List<ObjectError> errors = new ArrayList<>();
    private final boolean hadErrors;
    private final Optional<String> newlySelected;
    private ImportState state;
    private long discoveryErrors;

    /**
     * What an import reads from.
     *
     * @param connector is open
     * @param mendsReferences whether the system has referential integrity
     * @param selection what of the system is read
     */
    public record Source(
            ConnectorDefinition definition, Connector connector, SingleReads reads, boolean mendsReferences,
            Selection selection)
            implements AutoCloseable {

        @Override
        public void close() {
            try (connector; reads) {
                // closes the connections
            }
        }
    }

    /**
     * @param folder the configuration folder, as commands name it
     * @throws ConnectorException if the connector cannot be read
     */
    public ImportStep(
            Source source,
            ImportRequest request,
            Ruleset ruleset,
            ObjectKeys keys,
            Store store,
            Clock clock,
            StepOptions options,
            String folder) {
        this.definition = source.definition();
        this.source = source;
        this.store = store;
        this.clock = clock;
        this.options = options;
        ImportScope scope = new ImportScope(definition, request.partition().orElse(null));
        this.partition = scope.partition();
        this.guarding = new ImportGuarding(scope, store, folder);
        this.zone = ruleset.zone();
        this.tools = tools(scope, ruleset, keys);
        this.stager = new Stager(tools);
        this.full = request.isFull();
        this.state = store.watermarks().of(definition.name(), partition);
        this.pages = source.connector().read(request);
        this.newlySelected = full
                ? source.selection().within(partition)
                        .changeSince(store.watermarks().selection(definition.name(), partition))
                : Optional.empty();
        this.hadErrors = hasOpen(ObjectError.Origin.STAGING);
        if (full) {
            stager.expectAll();
            forgetDiscoveryErrors();
        }
    }

    private StagingTools tools(ImportScope scope, Ruleset ruleset, ObjectKeys keys) {
        List<JoinRules> joinRules = ruleset.joinRules().stream()
                .filter(rules -> rules.connector().equals(definition.name()))
                .toList();
        List<AttributeFlows> attributeFlows = ruleset.attributeFlows().stream()
                .filter(flows -> flows.connector().equals(definition.name()))
                .toList();
        Underway underway = new Underway(definition.name(), source.mendsReferences(), keys, store);
        return new StagingTools(
                scope,
                keys,
                store,
                new Newcomers(joinRules, keys, underway, now()),
                underway,
                new Confirmations(attributeFlows),
                new Confirmation(definition, attributeFlows, store.exportHistory(), clock),
                new TypeChanges(definition, joinRules),
                new ImportedLately(
                        definition.name(), ruleset.connectors().get(definition.name()).importWindow(), store,
                        new ImportEffects(definition, now())),
                SentLately.of(definition.name(), ruleset, store, clock),
                source.reads(),
                new StagingErrors(definition.name(), clock));
    }

    private Present now() {
        return new Present(clock.instant(), zone);
    }

    private boolean hasOpen(ObjectError.Origin origin) {
        return store.runHistory().errors(definition.name()).stream().anyMatch(error -> error.origin() == origin);
    }

    private void forgetDiscoveryErrors() {
        if (hasOpen(ObjectError.Origin.DISCOVERY)) {
            store.inTransaction(() -> store.runHistory().clearDiscoveryErrors(definition.name()));
        }
    }

    @Override
    public Optional<ImportPage> next() {
        return pages.next();
    }

    @Override
    public HashedPage work(ImportPage page) {
        return new HashedPage(
                page,
                page.changes().stream()
                        .map(change -> Report.of(definition.name(), change))
                        .toList());
    }

    @Override
    public void record(HashedPage page) {
        discoveryErrors += page.page().errors().size();
        Staged staged = stager.stage(page, discoveryErrors > 0);
        counters.add(staged.counters());
        List<ObjectError> raised = new ArrayList<>(staged.errors());
        page.page().errors().forEach(error -> raised.add(tools.errors().discovered(error)));
        page.page().errors().forEach(error -> stager.markSeen(error.objectType(), error.anchor()));
        page.page().errors().forEach(
                error -> counters.count(Counter.STAGE_FAILURE, definition.name(), 0, error.place()));
        errors.addAll(raised);
        write(staged, raised, full ? null : page.page().watermark().orElse(null));
    }

    /** Writes nothing where there is nothing to write: an unchanged page of a full import costs no statement. */
    private void write(Staged staged, List<ObjectError> raised, Watermark resume) {
        boolean isNothing = staged.changes().isEmpty() && staged.settled().isEmpty() && staged.wake().isEmpty();
        if (isNothing && raised.isEmpty() && resume == null) {
            return;
        }
        new IsolatingWriter(store).write(staged.changes(), refused -> {
            List<ObjectError> all = new ArrayList<>(raised);
            refused.forEach(each -> all.add(refused(each)));
            clearMended(staged.changes(), all);
            Departed.note(staged.changes(), store.runHistory());
            if (!all.isEmpty()) {
                store.runHistory().raise(all);
            }
            if (!staged.wake().isEmpty()) {
                store.metaverse().markForEvaluation(staged.wake());
            }
            tools.confirmation().write();
            Set<Long> settled = new HashSet<>(staged.settled());
            refused.forEach(each -> settled.remove(each.change().id()));
            tools.underway().settle(settled);
            tools.lately().note(staged.changes());
            tools.sent().note(staged.names().arrivedAsSent());
            staged.names().writeBelow(
                    moved -> counters.count(Counter.STAGE_RENAME, moved, moved.hologram().pendingImport()));
            keepPosition(resume);
        });
    }

    /** From the first page that staged something until a good end, what is pending is half of the truth. */
    private void keepPosition(Watermark resume) {
        ImportState reached = resume == null ? state.begun() : state.resumeAt(resume.value()).begun();
        if (!reached.equals(state)) {
            keep(reached);
        }
    }

    /** What is reported anew contradicts no longer, unless it was just said to. */
    private void clearMended(List<ConnectorSpaceChange> changes, List<ObjectError> raised) {
        Set<Long> mended = changes.stream().map(ConnectorSpaceChange::id).collect(Collectors.toSet());
        raised.forEach(error -> mended.remove(error.object()));
        if (hadErrors && !mended.isEmpty()) {
            store.runHistory().clear(Set.of(ObjectError.Origin.STAGING), mended);
        }
    }

    private ObjectError refused(IsolatingWriter.Refused refused) {
        ObjectError error = tools.errors().storeRefused(refused);
        errors.add(error);
        counters.count(Counter.STAGE_FAILURE, error.connector(), error.object(), error.title());
        return error;
    }

    private void keep(ImportState kept) {
        state = kept;
        store.watermarks().keep(definition.name(), partition, kept);
    }

    @Override
    public StepEnd finish() {
        if (!full) {
            readUntold();
        }
        if (options.stageOnly()) {
            guarding.stagedOnly();
        }
        StepEnd end = full ? finishFull() : conclude(state.told(), state.midway());
        if (end.result() != StepResult.STOPPED_READ_GUARD && discoveryErrors == 0) {
            tools.underway().didNotArrive(tools.scope()::covers, full);
        }
        if (isStored()) {
            pages.stored();
        }
        return end.saying(source.connector().remarks());
    }

    private boolean isStored() {
        return lastWatermark() != null
                && lastWatermark().equals(store.watermarks().of(definition.name(), partition).watermark());
    }

    /** What was sent without an answer did not fail to arrive because a delta says nothing of it. */
    private void readUntold() {
        List<ImportedChange> untold = tools.underway().untold(tools.scope()::covers, tools.reads());
        if (!untold.isEmpty()) {
            record(work(new ImportPage(untold, List.of(), Optional.empty())));
        }
    }

    private StepEnd finishFull() {
        Verdict reading =
                new ReadGuard(definition.guards()).judge(stager.index().staged(), stager.index().seen(),
                        guarding.hold());
        if (reading.isBreach()) {
            return new StepEnd(StepResult.STOPPED_READ_GUARD, guarding.held(state, reading), errors);
        }
        if (discoveryErrors == 0) {
            counters.add(new Obsoletion(tools, stager.index(), clock.instant()).stage());
            guarding.passed(words -> ImportHold.isAboutSeeing(words)
                    && (partition == null || reading.measured().containsKey(words)));
        }
        guarding.readAll(source.selection(), clock.instant());
        ImportState read = state.readCompletely(lastWatermark(), clock.instant());
        Verdict ofErrors = guarding.ofErrors(discoveryErrors);
        if (ofErrors.isBreach()) {
            return new StepEnd(StepResult.STOPPED_IMPORT_GUARD, guarding.held(read, ofErrors), errors);
        }
        if (!ofErrors.neededApproval()) {
            guarding.passed(ImportGuarding::isAboutErrors);
        }
        return conclude(read, true);
    }

    /** Judges what is pending now, and writes what the import leaves behind. */
    private StepEnd conclude(ImportState read, boolean isNews) {
        tools.lately().forget();
        Verdict changes = new ImportChangesGuard(definition, tools.lately()).judge(guarding.hold());
        if (changes.isBreach()) {
            return new StepEnd(StepResult.STOPPED_IMPORT_GUARD, guarding.held(read, changes), errors);
        }
        if (!changes.neededApproval()) {
            guarding.passed(words -> !ImportHold.isAboutSeeing(words) && !ImportGuarding.isAboutErrors(words));
        }
        if (isNews || guarding.hasNews()) {
            guarding.keep(read);
        }
        return end();
    }

    private String lastWatermark() {
        return stager.lastWatermark().map(Watermark::value).orElse(null);
    }

    private StepEnd end() {
        StepResult result = discoveryErrors > 0
                ? StepResult.COMPLETED_DISCOVERY_ERRORS
                : errors.isEmpty() ? StepResult.SUCCESS : StepResult.COMPLETED_WARNINGS;
        return new StepEnd(result, full ? message() : null, errors);
    }

    private String message() {
        return discoveryErrors > 0
                ? "Objects that were not seen were not deleted, because " + discoveryErrors
                        + " rows or objects could not be read. Mend them and import again."
                : newlySelected.map(change -> "Everything was read again: " + change + ".").orElse(null);
    }

    @Override
    public StepEnd fail(RuntimeException cause) {
        if (full) {
            guarding.held(
                    state, new Verdict("The last full import broke off: " + cause.getMessage(), Map.of(), true));
        }
        return new StepEnd(Failures.result(cause), Failures.message(cause), errors);
    }

    @Override
    public boolean overlaps() {
        return true;
    }

    @Override
    public Counters counters() {
        return counters;
    }

    @Override
    public void close() {
        try (source; pages) {
            // closes the pages, then the connections
        }
    }
}
