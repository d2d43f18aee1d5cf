package org.syncline.platform.engine.synchronization;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.syncline.dsl.ruleset.EndlessProgram;
import org.syncline.platform.engine.page.Failures;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.Watermarks.ImportState;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.FailedAccount;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.ObjectError.Concern;
import org.syncline.platform.engine.run.PagedStep;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepResult;

/** A full or delta synchronization of one connector. Each page sees what the one before it wrote. */
public final class SynchronizationStep implements PagedStep<Batch, Batch> {
    private static final Logger LOG = LoggerFactory.getLogger(SynchronizationStep.class);

    private final String connector;
    private final boolean full;
    private final Rekeying rekeying;
    private final RuleChanges ruleChanges;
    private final String message;
    private final Store store;
    private final Clock clock;
    private final PinnedRules rules;
    private final RetryList retries;
    private final Batches batches;
    private final Synchronization synchronization;
    private final Synchronizer synchronizer;
    private final Workers workers;
    private final ReadAhead ahead;
    private final boolean hadErrors;
    private final List<ObjectError> errors = new ArrayList<>();
    private final Counters counters = new Counters();

    /**
     * @param trace of everything that is decided
     * @param threads how many evaluate the rules of a page
     */
    public SynchronizationStep(
            String connector, boolean full, int pageSize, PinnedRules rules, ObjectKeys keys, Store store,
            Clock clock, Trace trace, int threads) {
        this.connector = connector;
        this.full = full;
        this.rekeying = new Rekeying(store, keys, pageSize);
        this.store = store;
        this.clock = clock;
        this.rules = rules;
        Instant now = clock.instant();
        this.ruleChanges = RuleChanges.of(connector, rules, store);
        StoppedPosition stopped = full ? StoppedPosition.of(store, connector, ruleChanges, now) : null;
        this.message = stopped != null
                ? stopped.message()
                : ruleChanges.isNone() || ruleChanges.unknown()
                        ? null
                        : ruleChanges.message(store.connectorSpace().counts(connector));
        this.workers = new Workers(threads);
        this.retries = RetryList.of(store, connector, rules.ruleset().connectors().keySet());
        this.synchronization = new Synchronization(store, rules, keys, now, trace, workers);
        this.ahead = new ReadAhead(synchronization, connector, pageSize);
        this.batches = new Batches(
                store, connector, full, pageSize, now, full ? List.of() : ruleChanges.affected(),
                stopped == null ? 0 : stopped.after(), retries, ahead);
        this.hadErrors = !openErrors().isEmpty();
        if (!full && ruleChanges.isNone()) {
            synchronization.noteUpToDate(openErrors());
        }
        this.synchronizer = new Synchronizer(synchronization);
    }

    private List<ObjectError> openErrors() {
        return rules.ruleset().connectors().keySet().stream()
                .flatMap(name -> store.runHistory().errors(name).stream())
                .toList();
    }

    @Override
    public Optional<Batch> next() {
        rekeying.runOnce();
        return batches.next();
    }

    @Override
    public Batch work(Batch batch) {
        return batch;
    }

    /**
     * Computes and writes a batch; one that fails is split until the one bad object stands alone. A batch of which every object fails,
     * and not all did before, ends the step: then something is wrong with the store.
     */
    @Override
    public void record(Batch batch) {
        int isolated = synchronize(batch);
        if (isolated > 1 && isolated == batch.ids().size() && !retries.holdsAll(batch)) {
            throw new StoreException("Every object of a page failed; the last one because of: "
                    + errors.getLast().message());
        }
        batches.written(batch);
    }

    /** How many objects had to be left out. */
    private int synchronize(Batch batch) {
        try {
            evaluate(batch);
            return 0;
        } catch (EndlessProgram endless) {
            ahead.forget();
            throw endless;
        } catch (RuntimeException refusal) {
            ahead.forget();
            if (refusal instanceof StoreException store && store.isLost()) {
                throw store;
            }
            if (batch.ids().size() > 1) {
                LOG.debug("A page of {} is split", batch.ids().size(), refusal);
                return batch.halves().stream().mapToInt(this::synchronize).sum();
            }
            isolate(batch, refusal);
            return 1;
        }
    }

    private void evaluate(Batch batch) {
        ReadAhead.Next next = ahead.take(batch.ids());
        ahead.begin(batch);
        if (next.page() == null || !take(next.page(), changes -> next.mayBeWritten() || changes.isNothing())) {
            take(synchronizer.synchronize(batch, next.read()), changes -> true);
        }
    }

    /** Writes a page and takes note of it, if it is to be taken. */
    private boolean take(Page page, Predicate<PageChanges> isTaken) {
        PageChanges changes = page.changes(
                hadErrors || !errors.isEmpty() ? Mended.by(page, store.runHistory()) : Mended.NOTHING);
        if (!isTaken.test(changes)) {
            ahead.evaluatedInVain();
            return false;
        }
        ahead.write(changes, () -> changes.write(connector, synchronization));
        noteLeftToItself(page);
        counters.add(page.counters());
        errors.addAll(page.errors());
        synchronization.noteFailed(page.errors());
        batches.note(page);
        return true;
    }

    /** Whoever was evaluated before its turn did not know of the first of them. */
    private void noteLeftToItself(Page page) {
        if (!synchronization.hasLeftSomebody() && page.leavesSomebody()) {
            synchronization.noteLeftToItself();
            ahead.forget();
        }
    }

    private void isolate(Batch batch, RuntimeException refusal) {
        LOG.warn("Synchronizing {} of '{}' failed", batch, connector, refusal);
        Concern concern = concern(batch);
        ObjectError error = Errors.unexpected(concern, refusal, clock.instant());
        counters.count(Counter.FLOW_FAILURE, connector, concern.object(), concern.title());
        errors.add(error);
        synchronization.noteFailed(List.of(error));
        store.inTransaction(() -> {
            store.runHistory().raise(List.of(error));
            if (batch.segment() == Batch.Segment.EVALUATIONS) {
                store.metaverse().unmark(batch.ids());
            }
        });
    }

    private Concern concern(Batch batch) {
        long id = batch.ids().getFirst();
        return batch.isAboutIdentities()
                ? Concern.ofAccount(new FailedAccount(id, connector), 0, "identity #" + id)
                : Concern.ofObject(connector, id, "#" + id);
    }

    @Override
    public StepEnd finish() {
        boolean newlyEvaluated = !ruleChanges.isNone() || ruleChanges.unknown();
        if (newlyEvaluated || full) {
            store.inTransaction(() -> {
                if (newlyEvaluated) {
                    keepEvaluatedRules();
                }
                if (full) {
                    StoppedPosition.forget(store, connector);
                }
            });
        }
        StepResult result = errors.isEmpty() ? StepResult.SUCCESS : StepResult.COMPLETED_SYNC_ERRORS;
        return new StepEnd(result, message, errors);
    }

    private void keepEvaluatedRules() {
        ImportState state = store.watermarks().of(connector);
        store.watermarks().keep(connector, state.evaluatedBy(rules.version(), clock.instant()));
        store.watermarks().keepEvaluatedRules(connector, ruleChanges.hashes());
    }

    @Override
    public StepEnd fail(RuntimeException cause) {
        if (full && batches.evaluated() > 0) {
            store.inTransaction(
                    () -> new StoppedPosition(
                            batches.evaluated(), StoppedPosition.digest(ruleChanges), clock.instant())
                            .keep(store, connector));
        }
        return new StepEnd(Failures.result(cause), Failures.message(cause), errors);
    }

    @Override
    public boolean overlaps() {
        return false;
    }

    @Override
    public Counters counters() {
        return counters;
    }

    @Override
    public void close() {
        ahead.close();
        workers.close();
    }
}
